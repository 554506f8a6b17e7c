using Capacity.Core.Cluster;
using Capacity.Core.Scanning;
using Capacity.Mesos.Collection;

namespace Capacity.Mesos.Tests.Fakes;

/// <summary>A healthy cluster on loopback, any part of which a test makes ill: one master, agents with one task each, one Marathon.</summary>
internal sealed class FakeCluster : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> more = [];

    public FakeCluster(int agents = 3)
    {
        Agents = [.. Enumerable.Range(1, agents).Select(Agent)];
        Master.On("/metrics/snapshot", Answers.Json(FakeDocuments.LeaderMetrics))
            .On("/slaves", Answers.Json(FakeDocuments.Slaves(Agents.Select((_, i) => Slave(i + 1)))))
            .On("/maintenance/status", Answers.Json("{}"))
            .On("/maintenance/schedule", Answers.Json("{}"))
            .On("/api/v1", Answers.Json(FakeDocuments.GetMaster));
        Marathon.On("/v2/info", Answers.Json(FakeDocuments.Info))
            .On("/v2/apps", Answers.Json(FakeDocuments.Apps))
            .On("/v2/tasks", Answers.Json(FakeDocuments.Tasks(Enumerable.Range(1, agents).Select(i => $"a{i}"))))
            .On("/v2/queue", Answers.Json("""{"queue":[]}"""))
            .On("/v2/pods/::status", Answers.Json("[]"));
        Targets = new()
        {
            Masters = [Master.Uri],
            Marathons = [Marathon.Uri],
            Limits = new() { Timeout = TimeSpan.FromSeconds(20), MaxBodyBytes = 8 << 20 },
        };
    }

    public LoopbackServer Master { get; } = new();

    public IReadOnlyList<LoopbackServer> Agents { get; }

    public LoopbackServer Marathon { get; } = new();

    public ClusterTargets Targets { get; set; }

    /// <summary>The agent as the master lists it: its host name resolves nowhere, its pid is where it listens.</summary>
    public string Slave(int number, string additional = "") =>
        FakeDocuments.Slave($"a{number}", $"slave(1)@{Agents[number - 1].Address}", more: additional);

    /// <summary>Adds a server that goes when the cluster goes.</summary>
    public LoopbackServer Add(LoopbackServer server)
    {
        more.Add(server);
        return server;
    }

    public async Task<ClusterSnapshot> CollectAsync()
    {
        using var collector = new ClusterCollector(Targets, TimeProvider.System);
        return await collector.CollectAsync(null, TestContext.Current.CancellationToken);
    }

    public async Task<ScanReport> ScanAsync(int samples = 1)
    {
        using var collector = new ClusterCollector(Targets, TimeProvider.System);
        var memory = new ClusterMemory();
        var pictures = new List<ClusterSnapshot>();
        while (pictures.Count < samples)
        {
            pictures.Add(memory.Lay(await collector.CollectAsync(null, TestContext.Current.CancellationToken)));
        }

        return ScanAnalysis.Analyse(pictures);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in Agents.Append(Master).Append(Marathon).Concat(more))
        {
            await server.DisposeAsync();
        }
    }

    private static LoopbackServer Agent(int number)
    {
        var name = $"a{number}";
        var sample = -1;
        return new LoopbackServer()
            .On("/containers", Answers.Json(_ => $"[{FakeDocuments.Container(name, Interlocked.Increment(ref sample))}]"))
            .On("/state", Answers.Json(FakeDocuments.State(name, FakeDocuments.Executor(name))));
    }
}
