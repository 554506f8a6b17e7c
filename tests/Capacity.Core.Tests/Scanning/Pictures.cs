using Capacity.Core.Cluster;
using Capacity.Core.Units;
using Capacity.Core.Usage;

namespace Capacity.Core.Tests.Scanning;

/// <summary>Builds pictures of a small cluster for tests of the analysis.</summary>
internal static class Pictures
{
    private static readonly ResourceVector Request = Generate.Vector(1, 1024);

    /// <summary>A cluster of one agent with 8 cores.</summary>
    /// <param name="seconds">After noon.</param>
    /// <param name="containers">Its containers: the id, and the CPU-seconds so far; each is allocated a core.</param>
    public static ClusterSnapshot At(double seconds, params (string Id, double? CpuSeconds)[] containers)
    {
        var at = Agents.Noon.AddSeconds(seconds);
        var agent = Agents.Named("a", Generate.Vector(8, 32768), new(CpuCores.FromCores(containers.Length), MemorySize.FromMebibytes(1024 * containers.Length))) with { AsOf = at };
        return new()
        {
            TakenAt = at,
            AgentsListed = true,
            Leader = new(new("m", 5050), LeaderPhase.Steady, Agents.Noon, 0),
            Agents = [agent],
            AgentsRead = new HashSet<AgentName> { agent.Name },
            Containers = [.. containers.Select(c => Running(c.Id, agent.Name, at, c.CpuSeconds))],
        };
    }

    private static Container Running(string id, AgentName agent, DateTimeOffset at, double? cpuSeconds) => new()
    {
        Id = id,
        Agent = agent,
        FrameworkId = "F",
        ExecutorId = id,
        Kind = ExecutorKind.Command,
        App = new("marathon", "/app"),
        Tasks = [new(id, "app", "TASK_RUNNING", Request, null, "*", new Dictionary<string, string>())],
        Allocated = Request,
        Sample = new ContainerSample { At = at, CpuSeconds = cpuSeconds, MemoryRssBytes = 1 << 30 },
    };
}
