using System.ComponentModel;

namespace Capacity.Server.Api.Packing;

/// <summary>Which stretch of time is asked for, and how.</summary>
internal sealed record PackingSeriesQuery
{
    private static readonly TimeSpan UsualLength = TimeSpan.FromHours(6);

    [Description("The first moment (RFC 3339); six hours before the end where it is not given.")]
    public DateTimeOffset? From { get; init; }

    [Description("The moment after the last (RFC 3339); now where it is not given.")]
    public DateTimeOffset? To { get; init; }

    [Description("json (the usual one) or csv.")]
    public string? Format { get; init; }

    /// <summary>Works out the range; <see langword="null"/> where something of it is wrong.</summary>
    public (DateTimeOffset Start, DateTimeOffset End)? Read(DateTimeOffset now)
    {
        var end = To ?? now;
        var start = From ?? (end - DateTimeOffset.MinValue < UsualLength ? DateTimeOffset.MinValue : end - UsualLength);
        return end <= start || Format is not (null or "json" or "csv") ? null : (start, end);
    }
}
