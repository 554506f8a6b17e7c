using Capacity.Core.Packing.Clusters;
using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.Keeping;
using Capacity.Core.Planning.Forecasting.Limits;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Capacity.Server.Packing;

namespace Capacity.Server.Forecasts;

/// <summary>Makes forecasts of days once a day, keeps each and judges those before; and of hours when they are asked for, which are gone with their hour.</summary>
public sealed class ForecastKeeper(Stores stores, DemandHistory history, ClusterWatch watch, PackingKeeper packing, TimeProvider time) : IDisposable
{
    private const int ShapeRuns = 3;

    private static readonly Dictionary<DateTimeOffset, double> NoValues = [];

    /// <summary>How far back kept forecasts are judged.</summary>
    private static readonly TimeSpan Judged = TimeSpan.FromDays(365);

    private readonly SemaphoreSlim working = new(1);
    private readonly Lock gate = new();
    private readonly CapacityBook capacities = new();
    private DateTimeOffset notedAt;
    private volatile ForecastSet? days;
    private volatile ForecastSet? hours;

    /// <summary>Gets the latest forecasts of days; <see langword="null"/> before the first.</summary>
    public ForecastSet? Latest => days;

    /// <summary>Gets whether a day is over that is in no forecast yet.</summary>
    public bool IsDue => packing.Latest is not null && (days is not { } last || DemandStep.Day.Floor(time.GetUtcNow()) > last.At || last.Shapes.Count == 0);

    /// <summary>Gets what there is of each resource, as it usually was in the last day, by the packing reports.</summary>
    public IReadOnlyDictionary<(DemandCut Cut, DemandResource Resource), CapacityLevels> Capacities()
    {
        lock (gate)
        {
            if (packing.Latest is { } report && report.At != notedAt && watch.Latest is { } latest)
            {
                capacities.Note(report.At, EffectiveCapacity.Of(report, latest.Picture));
                notedAt = report.At;
            }

            return capacities.Usual();
        }
    }

    /// <summary>Gives the forecasts of a kind of step, and makes them where there are none of this day or hour.</summary>
    /// <exception cref="IOException">The stores can't be read or written.</exception>
    public async Task<ForecastSet> GetAsync(DemandStep step, CancellationToken cancellationToken)
    {
        var end = step.Floor(time.GetUtcNow());
        return Made(step, end) ?? await MakeAsync(step, end, cancellationToken);
    }

    /// <summary>Makes forecasts, whether there are any of this day or hour or not.</summary>
    /// <exception cref="IOException">The stores can't be read or written.</exception>
    public Task<ForecastSet> MakeAsync(DemandStep step, CancellationToken cancellationToken) => MakeAsync(step, DateTimeOffset.MaxValue, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => working.Dispose();

    private ForecastSet? Made(DemandStep step, DateTimeOffset since) => (step == DemandStep.Day ? days : hours) is { } set && set.At >= since ? set : null;

    private async Task<ForecastSet> MakeAsync(DemandStep step, DateTimeOffset unlessSince, CancellationToken cancellationToken)
    {
        await working.WaitAsync(cancellationToken);
        try
        {
            // Somebody else may have made them while this one waited.
            if (Made(step, unlessSince) is { } there)
            {
                return there;
            }

            var now = time.GetUtcNow();
            var pasts = await history.ReadAsync(step, now, cancellationToken);
            var made = await Task.Run(() => ForecastMaker.Make(pasts, step, cancellationToken), cancellationToken);
            if (step == DemandStep.Hour)
            {
                return hours = new(now, step, [.. made.Select(m => new ForecastEntry(m.Past, m.Forecast, m.Weights, TrackRecord.Of([], NoValues)))], []);
            }

            var entries = new List<ForecastEntry>();
            foreach (var (past, forecast, weights) in made)
            {
                entries.Add(new(past, forecast, weights, await JudgeAsync(past, now, cancellationToken)));
            }

            await stores.State.Forecasts.AppendAsync([.. made.Select(m => ForecastMaker.Keep(m.Past, m.Forecast, now)).OfType<KeptForecast>()], cancellationToken);
            return days = new(now, step, entries, await Task.Run(() => Shapes(cancellationToken), cancellationToken));
        }
        finally
        {
            working.Release();
        }
    }

    /// <summary>Several forecasts of one day, after restarts say, are judged as the one that came first.</summary>
    private async Task<TrackRecord> JudgeAsync(DemandPast past, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var kept = await stores.State.Forecasts.ReadAsync(past.Key.ToString(), now - Judged, now, cancellationToken);
        return TrackRecord.Of(kept.Where(k => k.Step == past.Step.Length()).DistinctBy(k => k.Start), past.ByTime());
    }

    private IReadOnlyList<ShapeLimit> Shapes(CancellationToken cancellationToken) => (packing.Latest, watch.Latest) is ({ } report, { } latest)
        ? ShapeLimits.Measure(ClusterProblem.Read(latest.Picture), report.Shapes.Select(s => s.Shape), ShapeRuns, cancellationToken)
        : [];
}
