namespace Capacity.Core.Planning.Forecasting.History;

/// <summary>Makes hours of looks, as they come. Not for several threads at once.</summary>
public sealed class DemandHours
{
    private readonly Dictionary<DemandCut, DemandPoint> open = [];
    private readonly List<DemandPoint> over = [];
    private DateTimeOffset? hour;

    /// <summary>Goes on with the hours that an earlier life of the service began.</summary>
    /// <param name="points">The hours of the latest time that is stored.</param>
    public void Restore(IReadOnlyCollection<DemandPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        foreach (var point in points)
        {
            open[point.Reading.Cut] = point;
            hour = point.At;
        }
    }

    /// <summary>Takes a look. What comes before the hour that is open belongs to an hour that was stored, and is left out.</summary>
    public void Take(DateTimeOffset at, IEnumerable<DemandReading> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        var begin = DemandStep.Hour.Floor(at);
        if (begin < hour)
        {
            return;
        }

        if (begin > hour)
        {
            over.AddRange(open.Values);
            open.Clear();
        }

        hour = begin;
        foreach (var reading in readings)
        {
            open[reading.Cut] = open.TryGetValue(reading.Cut, out var before) ? Add(before, reading) : new(DemandStep.Hour, begin, 1, reading);
        }
    }

    /// <summary>Gives what is to be stored: hours that are over, and those that are open as far as they are.</summary>
    public IReadOnlyList<DemandPoint> Checkpoint() => [.. over, .. open.Values];

    /// <summary>Is told that the last checkpoint is stored.</summary>
    public void Committed() => over.Clear();

    private static DemandPoint Add(DemandPoint before, DemandReading reading)
    {
        var (looks, mean) = (before.Looks, before.Reading);
        return before with
        {
            Looks = looks + 1,
            Reading = new(reading.Cut, Mean(mean.Total, reading.Total), Mean(mean.Allocated, reading.Allocated), Mean(mean.Used, reading.Used)),
        };

        // What only some looks of the hour know counts as they say.
        DemandAmounts Mean(DemandAmounts known, DemandAmounts next) => DemandAmounts.Of(r => known[r] is double k && next[r] is double n ? k + ((n - k) / (looks + 1)) : known[r] ?? next[r]);
    }
}
