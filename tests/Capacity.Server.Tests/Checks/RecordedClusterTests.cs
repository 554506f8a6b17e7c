using Capacity.Core.Checks;
using Capacity.Server.Tests.Hosting;

namespace Capacity.Server.Tests.Checks;

/// <summary>
/// The checks over recordings of a real cluster, with the usual thresholds and times and without a warm-up. Each recording takes two
/// minutes; what it ends with stays for twenty more, so that what would be left of an election fires.
/// </summary>
public sealed class RecordedClusterTests
{
    private static readonly TimeSpan Afterwards = TimeSpan.FromMinutes(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What fires at any time, and why a person should know.</summary>
    public static TheoryData<string, string[]> Recordings => new()
    {
        { "steady", [] },
        { "agent-restart", [] },

        // The framework of the pod is gone before the end, and what it started runs on.
        { "pods", ["MesosFrameworkDisconnected marathon-pods"] },

        // Another master leads: context, of severity info, which pages nobody.
        { "leader-kill", ["MesosLeaderChanged"] },
        { "rolling", ["MesosLeaderChanged"] },

        // An operator marked an agent gone that was neither drained nor in a window: by name, for working hours. And some minutes before, an
        // app's tasks exceeded their memory again and again.
        { "drain", ["MesosAgentMissing agent6.z1.mesos.test", "MesosAppMemoryKills flaky-marathon /dev/leaky/oom"] },

        // The framework is killed near the end, and some of its tasks run on. Its tasks were killed for their memory, but not three times yet.
        { "task-failures", ["MesosFrameworkDisconnected flaky-marathon"] },
    };

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task Recording_AtAnyTime_FiresWhatAPersonShouldKnow(string name, string[] expected)
    {
        await using var recording = await WatchedRecording.StartAsync(name, Cancellation);
        await using var service = await recording.ServeAsync(null, Cancellation, "checks: { warmUp: 0s }");
        var fired = new SortedSet<string>(StringComparer.Ordinal);
        for (var end = recording.Cluster.EndsAt; recording.Time.GetUtcNow() < end; recording.Time.Advance(WatchedRecording.Tick))
        {
            await service.CollectAsync(Cancellation);
            fired.UnionWith(Firing(await service.CheckAsync(Cancellation)));
        }

        for (var end = recording.Time.GetUtcNow() + Afterwards; recording.Time.GetUtcNow() < end; recording.Time.Advance(TimeSpan.FromMinutes(1)))
        {
            await service.CollectAsync(Cancellation);
            fired.UnionWith(Firing(await service.CheckAsync(Cancellation)));
        }

        Assert.Equal(expected, fired.Select(f => Array.Find(expected, e => f.StartsWith(e, StringComparison.Ordinal)) ?? f).Distinct());
        Assert.All(service.Alerts.List(), a => Assert.Equal("recorded", a.Labels["cluster"]));
    }

    [Theory]
    [InlineData("leader-kill", "MesosNoLeader", "MesosMasterDown", "MesosMasterNotRedundant")]
    [InlineData("rolling", "MesosMasterDown", "MesosMasterNotRedundant")]
    [InlineData("agent-restart", "MesosAgentDisconnected")]
    public async Task Recording_WhatPassesByItself_IsSeenAndNotSaid(string name, params string[] expected)
    {
        await using var recording = await WatchedRecording.StartAsync(name, Cancellation);
        await using var service = await recording.ServeAsync(null, Cancellation, "checks: { warmUp: 0s }");
        var seen = new HashSet<string>();
        for (; !recording.IsOver; recording.Time.Advance(WatchedRecording.Tick))
        {
            await service.CollectAsync(Cancellation);
            seen.UnionWith((await service.CheckAsync(Cancellation)).Where(c => c.Tracks.Any(t => t.Stage == CheckStage.Pending)).Select(c => c.Rule.Name));
        }

        Assert.Subset(seen, new HashSet<string>(expected));
    }

    private static IEnumerable<string> Firing(IReadOnlyList<CheckState> checks) =>
        checks.SelectMany(c => c.Firing, (c, t) => $"{c.Rule.Name} {string.Join(' ', c.Rule.Identity.Select(i => t.Labels[i]).Where(l => l.Length > 0))}".TrimEnd());
}
