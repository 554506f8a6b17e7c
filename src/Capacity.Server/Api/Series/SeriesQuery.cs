using System.ComponentModel;
using Capacity.Core.TimeSeries;
using Capacity.Core.Units;

namespace Capacity.Server.Api.Series;

/// <summary>Which stretch of time is asked for, and how.</summary>
internal sealed record SeriesQuery
{
    private const int UsualBuckets = 300;

    private static readonly TimeSpan UsualLength = TimeSpan.FromHours(6);

    private static readonly TimeSpan[] UsualSteps =
    [
        .. ((int[])[1, 2, 5, 10, 15, 30]).Select(m => TimeSpan.FromMinutes(m)), .. ((int[])[1, 2, 3, 6, 12]).Select(h => TimeSpan.FromHours(h)),
    ];

    /// <summary>What samples are summed up by. A range that begins and ends between two of those sums would have to be answered from the samples.</summary>
    private static readonly TimeSpan[] Units = [TimeSpan.FromHours(1), TimeSpan.FromMinutes(5)];

    [Description("The first moment (RFC 3339); six hours before the end where it is not given. With a step of whole hours it is the beginning of its hour, with one of whole 5 minutes that of its 5 minutes.")]
    public DateTimeOffset? From { get; init; }

    [Description("The moment after the last (RFC 3339); now where it is not given. Like the first moment it is moved outwards.")]
    public DateTimeOffset? To { get; init; }

    [Description("The length of a bucket, such as 30s, 5m, 1h or 1d; where it is not given a usual one, so that there are 300 at most.")]
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

        return (Step is null ? Usual(end - start) : DurationText.TryParse(Step)) is not { } length ? (null, $"step: {DurationText.Fault(Step)}.")
            : length < TimeSpan.FromSeconds(1) ? (null, "step: a bucket is a second or longer.")
            : (end - start) / length > SeriesRange.MostBuckets - 2 ? (null, $"step: there would be more than {SeriesRange.MostBuckets - 2} buckets.")
            : (Outwards(start, end, length), null);
    }

    private static TimeSpan Usual(TimeSpan length)
    {
        var least = length / UsualBuckets;
        return UsualSteps.FirstOrDefault(s => s >= least, TimeSpan.FromDays(Math.Ceiling(least.TotalDays)));
    }

    private static SeriesRange Outwards(DateTimeOffset start, DateTimeOffset end, TimeSpan step)
    {
        var unit = Units.FirstOrDefault(u => step.Ticks % u.Ticks == 0, new TimeSpan(1)).Ticks;
        return new(new(start.UtcTicks / unit * unit, TimeSpan.Zero), new(Math.Min((end.UtcTicks + unit - 1) / unit * unit, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero), step);
    }
}
