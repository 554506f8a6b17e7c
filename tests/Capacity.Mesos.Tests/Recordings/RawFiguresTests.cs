using Capacity.Core.Cluster;
using Capacity.Core.Scanning;
using Capacity.Testing.Recordings;

namespace Capacity.Mesos.Tests.Recordings;

/// <summary>Every figure of a scan of a real cluster is equal to what a plain computation from the same raw answers gives.</summary>
public sealed class RawFiguresTests
{
    private const int TicksApart = 6;

    public static TheoryData<string> Names => [.. CommittedRecordings.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Scan_RealRecording_EqualsAPlainComputation(string name)
    {
        var collected = await ReplayedCluster.CollectAsync(name, TestContext.Current.CancellationToken);
        var compared = 0;
        foreach (var (first, second) in collected.Zip(collected.Skip(TicksApart)))
        {
            if (RawFigures.From(first.Answers) is { } before && RawFigures.From(second.Answers) is { } after)
            {
                var memory = new ClusterMemory();
                AssertEqual(before, after, ScanAnalysis.Analyse([memory.Lay(first.Snapshot), memory.Lay(second.Snapshot)]), $"{name} at {second.Position}");
                compared++;
            }
        }

        Assert.True(compared >= Math.Min(4, collected.Count - TicksApart), $"Only {compared} scans of {name} could be compared.");
    }

    private static void AssertEqual(RawFigures before, RawFigures after, ScanReport report, string where)
    {
        foreach (var (host, raw) in after.Agents)
        {
            var agent = report.Agents.Single(a => a.Agent.Name.Hostname == host);
            Near(raw.Cpus, agent.Agent.Resources!.Total.Cpus.Cores, $"{host} cpus, {where}");
            Near(raw.UsedCpus, agent.Agent.Resources.Allocated.Cpus.Cores, $"{host} allocated cpus, {where}");
            Near(raw.Mem, agent.Agent.Resources.Total.Memory.Mebibytes, $"{host} memory, {where}");
            Near(raw.UsedMem, agent.Agent.Resources.Allocated.Memory.Mebibytes, $"{host} allocated memory, {where}");
        }

        if (report.Agents.All(a => after.Agents.ContainsKey(a.Agent.Name.Hostname)))
        {
            Near(after.Agents.Values.Sum(a => a.Cpus), report.Cluster.Total.Cpus.Cores, $"total cpus, {where}");
            Near(after.Agents.Values.Sum(a => a.UsedMem), report.Cluster.Allocated.Memory.Mebibytes, $"allocated memory, {where}");
        }

        var ofReadAgents = report.Containers.Where(c => !after.AgentsWithoutState.Contains(c.Container.Agent.Hostname)).ToList();
        Assert.Equal(after.Containers.Keys.Order(), ofReadAgents.Select(c => c.Container.Id).Order());
        foreach (var measured in ofReadAgents)
        {
            var id = measured.Container.Id;
            var raw = after.Containers[id];
            Near(raw.Cpus, measured.Container.Allocated.Cpus.Cores, $"{id} cpus, {where}");
            Near(raw.Mem, measured.Container.Allocated.Memory.Mebibytes, $"{id} memory, {where}");
            Assert.Equal(raw.App, measured.Container.App.Id);
            Near(raw.MemoryBytes ?? before.Containers.GetValueOrDefault(id)?.MemoryBytes, measured.Usage?.MemoryBytes, $"{id} used memory, {where}");
            Near(Rate(before.Containers.GetValueOrDefault(id), raw), measured.Usage?.CpuMeanCores, $"{id} used cpus, {where}");
        }

        foreach (var app in report.Apps.Where(_ => after.AgentsWithoutState.Count == 0))
        {
            var raw = after.Containers.Where(c => c.Value.App == app.Key.Id).ToList();
            Assert.Equal(raw.Count, app.Instances);
            Near(raw.Sum(c => c.Value.Cpus), app.Requested.Cpus.Cores, $"{app.Key} requested, {where}");
            var rates = raw.Select(c => Rate(before.Containers.GetValueOrDefault(c.Key), c.Value)).Where(r => r is not null).ToList();
            Near(rates.Count == 0 ? null : rates.Sum(), app.Usage.Cpus?.Cores, $"{app.Key} used, {where}");
        }
    }

    private static double? Rate(RawFigures.RawContainer? before, RawFigures.RawContainer after) =>
        before is { Timestamp: double t0, CpuSeconds: double c0 } && after is { Timestamp: double t1, CpuSeconds: double c1 } && t1 > t0 && c1 >= c0
            ? (c1 - c0) / (t1 - t0)
            : null;

    private static void Near(double? expected, double? actual, string what) => Assert.True(
        expected is double e && actual is double a ? Math.Abs(e - a) <= 1e-6 * Math.Max(1, Math.Abs(e)) : expected == actual,
        $"{what}: expected {expected}, was {actual}");
}
