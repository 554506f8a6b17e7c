using System.Buffers;
using System.Text.Json;
using Capacity.Core.Cluster;
using Capacity.Core.Units;
using Capacity.Simulator.Synthetic.Json;

namespace Capacity.Simulator.Synthetic;

/// <summary>
/// A cluster made up from a seed, as the answers of its leading master and its agents, byte for byte the same for the same seed. It
/// has several Marathons with apps and pods, Chronos with jobs that come and go, five zones, and machines of several shapes.
/// </summary>
/// <remarks>No agent is held: each is made when it is asked for, so a large cluster costs no memory. No task ever failed in it.</remarks>
public sealed class SyntheticCluster
{
    /// <summary>The most containers for each agent, on average.</summary>
    public const int MaxContainersPerAgent = 40;

    private const int ContainersPerApp = 5;
    private const int FewestApps = 20;

    private readonly AgentPlanner planner;
    private readonly int containers;

    /// <summary>Picks a cluster.</summary>
    /// <param name="seed">Any number; another one is another cluster.</param>
    /// <param name="agents">The number of agents; 1 or more.</param>
    /// <param name="containers">The number of containers that run on them together.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no agent, or there are more containers than fit.</exception>
    public SyntheticCluster(int seed, int agents, int containers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(agents, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(containers);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(containers, agents * MaxContainersPerAgent);
        Agents = agents;
        this.containers = containers;
        planner = new(seed, Math.Max(FewestApps, containers / ContainersPerApp), StartedAt);
    }

    /// <summary>Gets the number of agents.</summary>
    public int Agents { get; }

    /// <summary>Gets the first moment that the cluster can be asked about.</summary>
    public static DateTimeOffset StartedAt { get; } = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Gets where an agent answers.</summary>
    /// <param name="agent">The agent, from 0.</param>
    public static HostPort AddressOf(int agent) => ClusterNaming.Address(agent);

    /// <summary>Writes the leading master's answer to <c>/slaves</c>.</summary>
    public void WriteSlaves(IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, MesosWriter.Options);
        json.WriteStartObject();
        json.WriteStartArray("slaves");
        for (var agent = 0; agent < Agents; agent++)
        {
            SlavesDocument.WriteSlave(json, Plan(agent));
        }

        json.WriteEndArray();
        json.WriteStartArray("recovered_slaves");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes the leading master's answer to <c>/metrics/snapshot</c>.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="at">When it is asked; not before <see cref="StartedAt"/>.</param>
    public void WriteMetrics(IBufferWriter<byte> output, DateTimeOffset at)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(at, StartedAt);
        ResourceVector total = default, used = default;
        var tasks = 0;
        for (var i = 0; i < Agents; i++)
        {
            var agent = Plan(i);
            total += agent.Shape.Total;
            used += agent.Executors.Sum(e => e.Allocated);
            tasks += agent.Executors.Sum(e => e.Tasks.Count);
        }

        using var json = new Utf8JsonWriter(output, MesosWriter.Options);
        MetricsDocument.Write(json, total, used, Agents, tasks, at - StartedAt.AddHours(-1));
    }

    /// <summary>Writes an agent's answer to <c>/state</c>.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="agent">The agent, from 0.</param>
    public void WriteState(IBufferWriter<byte> output, int agent)
    {
        using var json = new Utf8JsonWriter(output, MesosWriter.Options);
        StateDocument.Write(json, Plan(agent));
    }

    /// <summary>Writes an agent's answer to <c>/containers</c>.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="agent">The agent, from 0.</param>
    /// <param name="at">When it is asked; not before <see cref="StartedAt"/>.</param>
    public void WriteContainers(IBufferWriter<byte> output, int agent, DateTimeOffset at)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(at, StartedAt);
        using var json = new Utf8JsonWriter(output, MesosWriter.Options);
        ContainersDocument.Write(json, Plan(agent), at);
    }

    private SyntheticAgent Plan(int agent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(agent);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(agent, Agents);
        return planner.Plan(agent, ShapeOf(agent), ContainersUpTo(agent + 1) - ContainersUpTo(agent));
    }

    private static AgentShape ShapeOf(int agent) => AgentShape.Cycle[agent % AgentShape.Cycle.Count];

    /// <summary>Deals containers by CPU: agents before <paramref name="agent"/> run as many of all containers as they have of all cores.</summary>
    private int ContainersUpTo(int agent) => (int)(containers * (CoresUpTo(agent) / CoresUpTo(Agents)));

    private static double CoresUpTo(int agent) =>
        (agent / AgentShape.Cycle.Count * AgentShape.Cycle.Sum(s => s.Total.Cpus.Cores))
        + AgentShape.Cycle.Take(agent % AgentShape.Cycle.Count).Sum(s => s.Total.Cpus.Cores);
}
