using System.Text.Json;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Silences;

namespace Capacity.Storage.State.Sqlite;

/// <summary>A row of the table <c>silence</c>.</summary>
internal sealed class SilenceRow
{
    public string Id { get; init; } = "";

    public string Matchers { get; init; } = "";

    public long Starts { get; init; }

    public long Ends { get; init; }

    public long Updated { get; init; }

    public string CreatedBy { get; init; } = "";

    public string Comment { get; init; } = "";

    public string Annotations { get; init; } = "";

    public static SilenceRow Of(Silence silence) => new()
    {
        Id = silence.Id.ToString(),
        Matchers = JsonSerializer.Serialize(silence.Matchers.Select(m => (string[])[m.Name, m.Operator.ToString(), m.Value])),
        Starts = silence.StartsAt.ToMicroseconds(),
        Ends = silence.EndsAt.ToMicroseconds(),
        Updated = silence.UpdatedAt.ToMicroseconds(),
        CreatedBy = silence.CreatedBy,
        Comment = silence.Comment,
        Annotations = PairsJson.Write(silence.Annotations),
    };

    /// <summary>Gives the silence.</summary>
    /// <exception cref="IOException">It is damaged, or of a newer program.</exception>
    public Silence ToSilence()
    {
        try
        {
            return new()
            {
                Id = Guid.Parse(Id),
                Matchers = [.. JsonSerializer.Deserialize<string[][]>(Matchers)!.Select(m => Matcher.Create(m[0], Enum.Parse<MatchOperator>(m[1]), m[2]))],
                StartsAt = Moments.ToTime(Starts),
                EndsAt = Moments.ToTime(Ends),
                UpdatedAt = Moments.ToTime(Updated),
                CreatedBy = CreatedBy,
                Comment = Comment,
                Annotations = new Dictionary<string, string>(PairsJson.Read(Annotations)),
            };
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            throw new IOException($"The silence {Id} can't be read: {e.Message}", e);
        }
    }
}
