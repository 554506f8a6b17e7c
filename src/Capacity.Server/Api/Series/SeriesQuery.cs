using System.ComponentModel;
using Capacity.Core.TimeSeries;
using Capacity.Core.Units;

namespace Capacity.Server.Api.Series;

/// <summary>Which stretch of time is asked for, and how.</summary>
internal sealed record SeriesQuery
{
    private const int UsualBuckets = 300;

    private static readonly TimeSpan UsualLength = TimeSpan.FromHours(6);

    [Description("The first moment (RFC 3339); six hours before the end where it is not given.")]
    public DateTimeOffset? From { get; init; }

    [Description("The moment after the last (RFC 3339); now where it is not given.")]
    public DateTimeOffset? To { get; init; }

    [Description("The length of a bucket, such as 30s, 5m, 1h or 1d; where it is not given whole minutes, so that there are about 300.")]
    public string? Step { get; init; }

    [Description("json (the usual one) or csv.")]
    public string? Format { get; init; }

    /// <summary>Works out the range.</summary>
    /// <returns>The range, or one line on what is wrong.</returns>
    public (SeriesRange? Range, string? Fault) Read(DateTimeOffset now)
    {
        if (Format is not (null or "json" or "csv"))
        {
            return (null, $"format: '{Format}' is neither json nor csv.");
        }

        var end = To ?? now;
        if (From is null && end - DateTimeOffset.MinValue < UsualLength)
        {
            return (null, "to: there is nothing before it.");
        }

        var start = From ?? end - UsualLength;
        if (end <= start)
        {
            return (null, "from must be before to.");
        }

        var parsed = Step is null ? TimeSpan.FromMinutes(Math.Max(1, Math.Ceiling((end - start).TotalMinutes / UsualBuckets))) : DurationText.TryParse(Step);
        return parsed is not { } length ? (null, $"step: '{Step}' is no duration: {DurationText.Expected}.")
            : length < TimeSpan.FromSeconds(1) ? (null, "step: a bucket is a second or longer.")
            : (end - start) / length > SeriesRange.MostBuckets ? (null, $"step: there would be more than {SeriesRange.MostBuckets} buckets.")
            : (new(start, end, length), null);
    }
}
