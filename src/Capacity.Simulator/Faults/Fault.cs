namespace Capacity.Simulator.Faults;

/// <summary>Something that happens to the cluster. Agents, zones, masters and Marathons are counted from 1, as in their names.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>The leading master's process is killed, and started again after a while.</summary>
    /// <param name="Down">How long it is down.</param>
    public sealed record LeaderCrash(TimeSpan Down) : Fault;

    /// <summary>All masters are stopped and started again one after the other, the leader last.</summary>
    /// <param name="Down">How long each is down, and how long the next one waits after that.</param>
    public sealed record RollingMasterUpdate(TimeSpan Down) : Fault;

    /// <summary>An agent's process ends and is started again; its containers live on.</summary>
    /// <param name="Agent">The agent.</param>
    /// <param name="Down">How long it is down.</param>
    public sealed record AgentRestart(int Agent, TimeSpan Down) : Fault;

    /// <summary>A host loses its power, and gets it back.</summary>
    /// <param name="Agent">The agent.</param>
    /// <param name="Down">How long it is down.</param>
    public sealed record AgentLoss(int Agent, TimeSpan Down) : Fault;

    /// <summary>An agent is told to end its tasks and take no new ones, and reactivated later.</summary>
    /// <param name="Agent">The agent.</param>
    /// <param name="Until">From the beginning of the drain to the reactivation.</param>
    public sealed record Drain(int Agent, TimeSpan Until) : Fault;

    /// <summary>Nobody can reach the agents of a zone, and they run on.</summary>
    /// <param name="Zone">The zone.</param>
    /// <param name="Length">How long.</param>
    public sealed record Partition(int Zone, TimeSpan Length) : Fault;

    /// <summary>The hosts of a rack lose their power, and get it back.</summary>
    /// <param name="Rack">The rack's name, such as <c>r2a</c>.</param>
    /// <param name="Down">How long.</param>
    public sealed record RackLoss(string Rack, TimeSpan Down) : Fault;

    /// <summary>The hosts of a zone lose their power, and get it back.</summary>
    /// <param name="Zone">The zone.</param>
    /// <param name="Down">How long.</param>
    public sealed record ZoneLoss(int Zone, TimeSpan Down) : Fault;

    /// <summary>A maintenance window of a zone is scheduled; at its start the machines are taken down, at its end brought up.</summary>
    /// <param name="Zone">The zone.</param>
    /// <param name="In">From now to the start.</param>
    /// <param name="Length">From the start to the end.</param>
    public sealed record Maintenance(int Zone, TimeSpan In, TimeSpan Length) : Fault;

    /// <summary>A Marathon has lost its framework id and registers as another one; its old tasks run on, and are torn down later.</summary>
    /// <param name="Marathon">The Marathon.</param>
    /// <param name="TearDown">When the old framework is torn down.</param>
    public sealed record FrameworkNewId(int Marathon, TimeSpan TearDown) : Fault;

    /// <summary>The leading server of a Marathon dies, and the other one takes over.</summary>
    /// <param name="Marathon">The Marathon.</param>
    /// <param name="Down">How long the server is down.</param>
    public sealed record MarathonFailover(int Marathon, TimeSpan Down) : Fault;

    /// <summary>The disks of the replicated log are slow: writes queue up, elections take long, and in the middle of two minutes or more the leader exits.</summary>
    /// <param name="Length">How long.</param>
    public sealed record SickLog(TimeSpan Length) : Fault;

    /// <summary>A node of Marathon in ZooKeeper grows from now on.</summary>
    /// <param name="BytesPerHour">How fast; 0 to stop it.</param>
    public sealed record ZNodeGrowth(long BytesPerHour) : Fault;
}
