using Capacity.Core.Cluster;
using Capacity.Core.Scanning;
using Capacity.Mesos.Collection;
using Capacity.Mesos.ZooKeeper;

namespace Capacity.Cli.Scanning;

/// <summary>Takes the samples of a scan, lays them over one another, and has them analysed.</summary>
internal sealed class ScanRunner(ClusterCollector collector, ZooKeeperCollector? zooKeeper, ScanPlan plan, TimeProvider time)
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    /// <summary>Runs the scan.</summary>
    /// <param name="say">Told what is going on.</param>
    /// <param name="cancellationToken">Ends the scan.</param>
    /// <returns>The report. Its picture has no leader where none could be found in any sample.</returns>
    public async Task<ScanReport> RunAsync(Action<string> say, CancellationToken cancellationToken)
    {
        var readingZooKeeper = zooKeeper?.CollectAsync(cancellationToken);
        var memory = new ClusterMemory();
        var pictures = new List<ClusterSnapshot> { memory.Lay(await FirstAsync(say, cancellationToken)) };
        while (pictures.Count < plan.Samples && pictures[0].Leader is not null)
        {
            await WaitUntilAsync(pictures[^1].TakenAt + plan.Interval, pictures.Count + 1, say, cancellationToken);
            pictures.Add(memory.Lay(await CollectAsync(pictures.Count + 1, say, cancellationToken)));
        }

        if (readingZooKeeper is not null)
        {
            say("reading ZooKeeper");
            pictures[^1] = pictures[^1] with { ZooKeeper = await readingZooKeeper };
        }

        return ScanAnalysis.Analyse(pictures);
    }

    /// <summary>A scan that happens to start in the middle of an election waits for its end, for a leader without agents has nothing to say.</summary>
    private async Task<ClusterSnapshot> FirstAsync(Action<string> say, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + plan.LeaderWait;
        while (true)
        {
            var snapshot = await CollectAsync(1, say, cancellationToken);
            if (!IsElecting(snapshot) || time.GetUtcNow() + Retry > until)
            {
                return snapshot;
            }

            say("an election is under way: waiting for a leader that knows its agents");
            await Task.Delay(Retry, time, cancellationToken);
        }
    }

    /// <summary>Masters that answer without a leader, or a leader that does not know all of its agents yet. Any other trouble does not pass by waiting.</summary>
    private static bool IsElecting(ClusterSnapshot snapshot) =>
        snapshot.Masters.Count > 0 && snapshot.Leader?.Phase != LeaderPhase.Steady && !snapshot.KnowsItsAgents;

    private Task<ClusterSnapshot> CollectAsync(int number, Action<string> say, CancellationToken cancellationToken)
    {
        var sample = $"sample {number} of {plan.Samples}";
        say($"{sample}: asking the masters");
        return collector.CollectAsync(new SynchronousProgress(agents => say($"{sample}: {agents.Done} of {agents.Of} agents")), cancellationToken);
    }

    private async Task WaitUntilAsync(DateTimeOffset due, int next, Action<string> say, CancellationToken cancellationToken)
    {
        while (due - time.GetUtcNow() is { Ticks: > 0 } left)
        {
            say($"sample {next} of {plan.Samples} in {Math.Ceiling(left.TotalSeconds):0} s");
            await Task.Delay(left < TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1), time, cancellationToken);
        }
    }

    private sealed class SynchronousProgress(Action<(int Done, int Of)> report) : IProgress<(int Done, int Of)>
    {
        public void Report((int Done, int Of) value) => report(value);
    }
}
