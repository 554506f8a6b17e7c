using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Fitting;
using Capacity.Core.Packing.Measures;
using Capacity.Core.Planning.Defragmentation.Clusters;
using Capacity.Core.Planning.WhatIfs;
using Capacity.Core.RightSizing.Tracking;
using Capacity.Server.Live;
using Capacity.Server.RightSizing;

namespace Capacity.Server.Packing;

/// <summary>Keeps the latest packing report, and answers questions about the cluster as it is now.</summary>
/// <remarks>The report takes seconds for a large cluster and is worked out by a job; questions are answered when they are asked.</remarks>
public sealed class PackingKeeper(ClusterWatch watch, AdviceKeeper advice, TimeProvider time) : IDisposable
{
    /// <summary>The time between two reports.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim working = new(1);
    private volatile PackingReport? latest;
    private (string Scenario, RecoveryAssumptions Assumptions, DateTimeOffset At, WhatIfAnswer Answer)? lastAsked;

    /// <summary>Gets the latest report; <see langword="null"/> before the first.</summary>
    public PackingReport? Latest => latest;

    /// <summary>Gets whether it is time for another report.</summary>
    public bool IsDue => watch.Latest is not null && (latest is not { } last || time.GetUtcNow() - last.At >= Interval);

    /// <summary>Works out a report of the latest collection.</summary>
    /// <returns>The report; <see langword="null"/> where nothing was collected since the last one.</returns>
    public PackingReport? Measure(CancellationToken cancellationToken)
    {
        if (watch.Latest?.Picture is not { } picture || latest?.At == picture.TakenAt)
        {
            return null;
        }

        return latest = PackingMeasures.Measure(picture, latest, null, cancellationToken);
    }

    /// <summary>Looks for room, and for moves that make some where there is none.</summary>
    /// <returns>The answer and when the cluster was like that; <see langword="null"/> before the first collection.</returns>
    public (FitOrRoom Answer, DateTimeOffset At)? Fit(FitRequest request, CancellationToken cancellationToken) =>
        watch.Latest?.Picture is { } picture ? (FitOrRoom.Find(picture, request, cancellationToken), picture.MastersAt) : null;

    /// <summary>Works out a scenario. One at a time, for each takes memory.</summary>
    /// <returns>The answer and when the cluster was like that; <see langword="null"/> before the first collection.</returns>
    /// <exception cref="ArgumentException">The scenario names what the cluster has not; the message says what there is.</exception>
    public async Task<(WhatIfAnswer Answer, DateTimeOffset At)?> AskAsync(Scenario scenario, RecoveryAssumptions assumptions, CancellationToken cancellationToken)
    {
        if (watch.Latest?.Picture is not { } picture)
        {
            return null;
        }

        await working.WaitAsync(cancellationToken);
        try
        {
            // A page that renews itself asks the same of the same picture again and again.
            var text = ScenarioText.Write(scenario);
            if (lastAsked is var (asked, assumed, at, known) && asked == text && assumed == assumptions && at == picture.MastersAt)
            {
                return (known, at);
            }

            var answer = await Task.Run(() => new WhatIf(ClusterProblem.Read(picture), assumptions).Ask(scenario, cancellationToken), cancellationToken);
            lastAsked = (text, assumptions, picture.MastersAt, answer);
            return (answer, picture.MastersAt);
        }
        finally
        {
            working.Release();
        }
    }

    /// <summary>Finds what apps should have by their advice; <see langword="null"/> where there is none yet.</summary>
    public IReadOnlyDictionary<AppKey, AdvisedShape>? Advice()
    {
        var shapes = (advice.Latest?.Apps ?? [])
            .Select(a => (a.Advice.App.Key, Shape: Shape.Advised(a.Advice)))
            .Where(a => a.Shape is not null)
            .ToDictionary(a => a.Key, a => new AdvisedShape(a.Shape!.Cpus, a.Shape.Memory, a.Shape.Instances));
        return shapes.Count > 0 ? shapes : null;
    }

    /// <inheritdoc/>
    public void Dispose() => working.Dispose();
}
