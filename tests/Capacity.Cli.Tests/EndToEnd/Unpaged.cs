using System.Text.Json;

namespace Capacity.Cli.Tests.EndToEnd;

/// <summary>What fired and was in no page.</summary>
/// <param name="Held">The most alerts that waited at once.</param>
/// <param name="Tickets">The most that were tickets at once.</param>
/// <param name="Names">The names of all of them.</param>
/// <param name="Reasons">What was said why they are in no page.</param>
internal sealed record Unpaged(int Held, int Tickets, IReadOnlySet<string> Names, IReadOnlySet<string> Reasons)
{
    public static Unpaged Nothing { get; } = new(0, 0, new HashSet<string>(), new HashSet<string>());

    /// <summary>Adds a look at what is held.</summary>
    public Unpaged With(JsonElement held) => new(
        Math.Max(Held, held.GetProperty("held").GetInt32()),
        Math.Max(Tickets, held.GetProperty("tickets").GetInt32()),
        Names.Union(held.GetProperty("alerts").EnumerateArray().Select(a => a.GetProperty("labels").GetProperty("alertname").GetString()!)).ToHashSet(),
        Reasons.Union(held.GetProperty("groups").EnumerateArray().Select(g => g.GetProperty("reason").GetString()!)).ToHashSet());
}
