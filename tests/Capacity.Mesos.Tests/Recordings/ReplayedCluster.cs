using Capacity.Mesos.Collection;
using Capacity.Simulator.Replay;
using Capacity.Testing.Recordings;
using Microsoft.Extensions.Time.Testing;

namespace Capacity.Mesos.Tests.Recordings;

/// <summary>Replays a committed recording of a real cluster and collects it every so often, on a clock that the test moves.</summary>
internal static class ReplayedCluster
{
    /// <summary>The recorded polls are about five seconds apart.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    /// <summary>Collects the whole recording, once a tick. Two seconds behind each poll all its answers are there.</summary>
    public static Task<IReadOnlyList<Collected>> CollectAsync(string name, CancellationToken cancellationToken) =>
        CollectAsync(name, TimeSpan.FromSeconds(2), int.MaxValue, cancellationToken);

    /// <summary>Collects once, somewhere in the recording, as one who sees the cluster for the first time.</summary>
    public static async Task<Collected> CollectOnceAsync(string name, TimeSpan position, CancellationToken cancellationToken) =>
        (await CollectAsync(name, position, 1, cancellationToken))[0];

    private static async Task<IReadOnlyList<Collected>> CollectAsync(string name, TimeSpan position, int count, CancellationToken cancellationToken)
    {
        var time = new FakeTimeProvider(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var exchanges = await CommittedRecordings.ReadAsync(name, cancellationToken);
        await using var cluster = await ReplayCluster.StartAsync(exchanges, new ReplayOptions(), time, cancellationToken);
        var log = new ExchangeLog();
        using var collector = new ClusterCollector(
            new() { Masters = [.. cluster.Masters.Select(m => new Uri($"http://{cluster.Listeners[m]}/"))] }, time, log);
        var collected = new List<Collected>();
        time.Advance(position);
        for (; collected.Count < count && time.GetUtcNow() < cluster.EndsAt; position += Tick)
        {
            var snapshot = await collector.CollectAsync(null, cancellationToken);
            collected.Add(new(position, snapshot, log.Take()));
            time.Advance(Tick);
        }

        return collected;
    }
}
