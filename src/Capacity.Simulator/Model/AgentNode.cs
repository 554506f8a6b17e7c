using Capacity.Core.Cluster;
using Capacity.Core.Units;
using Capacity.Simulator.Synthetic;

namespace Capacity.Simulator.Model;

/// <summary>One agent: a host, a process, and what runs there.</summary>
/// <param name="index">Which one, from 0.</param>
/// <param name="shape">What kind of machine it is.</param>
/// <param name="address">Where it answers.</param>
/// <param name="zones">How many zones the cluster has.</param>
internal sealed class AgentNode(int index, AgentShape shape, HostPort address, int zones)
{
    private readonly List<SyntheticExecutor> ended = [];
    private readonly SortedSet<int> freePorts = [.. Enumerable.Range(PortRange.First, PortRange.Last - PortRange.First + 1)];
    private SyntheticAgent? view;

    public int Index => index;

    public AgentShape Shape => shape;

    public HostPort Address => address;

    public int Zone { get; } = (index % zones) + 1;

    public string Rack => $"r{Zone}{(char)('a' + (index / zones % ClusterNaming.RacksPerZone))}";

    public string Hostname => $"agent{index + 1}.z{Zone}.mesos.test";

    public string Id { get; set; } = string.Empty;

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset RegisteredAt { get; set; }

    public DateTimeOffset? ReregisteredAt { get; set; }

    public Standing Standing { get; set; } = Standing.Registered;

    /// <summary>Gets or sets a value indicating whether the agent's process runs.</summary>
    public bool IsUp { get; set; } = true;

    /// <summary>Gets or sets a value indicating whether nobody can reach it.</summary>
    public bool IsPartitioned { get; set; }

    /// <summary>Gets or sets until when a new process still reads what the last one left.</summary>
    public DateTimeOffset RecoveringUntil { get; set; }

    /// <summary>Gets or sets a counter that makes what was planned for the agent before void.</summary>
    public int Epoch { get; set; }

    public bool IsDeactivated { get; set; }

    public string? DrainState { get; set; }

    public DateTimeOffset DrainingFrom { get; set; }

    /// <summary>Gets or sets a value indicating whether a maintenance window is scheduled for it.</summary>
    public bool IsInMaintenance { get; set; }

    public List<Instance> Instances { get; } = [];

    public ResourceVector Unreserved { get; } = shape.Total.LessOrZero(shape.ReservedForProd);

    public ResourceVector UsedUnreserved { get; private set; }

    public ResourceVector UsedReserved { get; private set; }

    public ResourceVector Allocated => UsedUnreserved + UsedReserved;

    public int FreePorts => freePorts.Count;

    /// <summary>Gets a value indicating whether the master may offer what it has.</summary>
    public bool IsOffered => Standing == Standing.Registered && IsUp && !IsPartitioned && !IsDeactivated;

    /// <summary>Gets the agent as it is written; the same object until something changes.</summary>
    public SyntheticAgent View => view ??= new()
    {
        Index = index,
        Shape = shape,
        Id = Id,
        Hostname = Hostname,
        Address = address,
        Zone = Zone,
        Rack = Rack,
        StartedAt = StartedAt,
        RegisteredAt = RegisteredAt,
        ReregisteredAt = ReregisteredAt,
        IsActive = Standing == Standing.Registered && !IsDeactivated,
        IsDeactivated = IsDeactivated,
        DrainState = DrainState,
        DrainingFrom = DrainingFrom,
        Executors = [.. Instances.Select(i => i.Executor)],
        Completed = [.. ended],
    };

    /// <summary>Says that something was changed from outside.</summary>
    public void Touch() => view = null;

    /// <summary>Says whether there is room in what is free for a role.</summary>
    public bool HasRoom(ResourceVector amount, bool reserved) => reserved
        ? (UsedReserved + amount).FitsIn(shape.ReservedForProd)
        : (UsedUnreserved + amount).FitsIn(Unreserved);

    public int TakePort()
    {
        var port = freePorts.Min;
        freePorts.Remove(port);
        return port;
    }

    public void Add(Instance instance)
    {
        Instances.Add(instance);
        if (instance.Executor.IsReserved == true)
        {
            UsedReserved += instance.Executor.Allocated;
        }
        else
        {
            UsedUnreserved += instance.Executor.Allocated;
        }

        Touch();
    }

    public void Remove(Instance instance, SyntheticExecutor? remembered)
    {
        Instances.Remove(instance);
        if (instance.Executor.IsReserved == true)
        {
            UsedReserved = UsedReserved.LessOrZero(instance.Executor.Allocated);
        }
        else
        {
            UsedUnreserved = UsedUnreserved.LessOrZero(instance.Executor.Allocated);
        }

        if (instance.Executor.Port is { } port)
        {
            freePorts.Add(port);
        }

        if (remembered is not null)
        {
            ended.Add(remembered);
            if (ended.Count > shape.CompletedExecutors)
            {
                ended.RemoveAt(0);
            }
        }

        Touch();
    }

    /// <summary>Forgets what ran before, as an agent with a new id does.</summary>
    public void Forget()
    {
        ended.Clear();
        Touch();
    }
}
