using Capacity.Simulator.Workload;

namespace Capacity.Simulator.Model;

/// <summary>One app with its instances and what it waits for.</summary>
internal sealed class AppState(AppPlan plan, DateTimeOffset version)
{
    private readonly Dictionary<int, int> byAgent = [];
    private readonly Dictionary<int, int> byZone = [];

    public AppPlan Plan => plan;

    /// <summary>Gets the instances that the framework counts on, the oldest first.</summary>
    public List<Instance> Instances { get; } = [];

    /// <summary>Gets or sets how many it is told to have; for a job, how many tasks each run has.</summary>
    public int Told { get; set; } = plan.Truth.Instances;

    /// <summary>Gets or sets how many are still to be launched.</summary>
    public int Waiting { get; set; }

    public DateTimeOffset? WaitingSince { get; set; }

    /// <summary>Gets or sets when the next one may be launched after one has failed.</summary>
    public DateTimeOffset BackOffUntil { get; set; }

    public DateTimeOffset Version { get; set; } = version;

    public Deployment? Deployment { get; set; }

    public FailedTask? LastFailure { get; set; }

    public Rejections Rejections { get; } = new();

    /// <summary>Gets or sets how many instances there ever were.</summary>
    public long Launches { get; set; }

    public int OnAgent(AgentNode agent) => byAgent.GetValueOrDefault(agent.Index);

    public int InZone(int zone) => byZone.GetValueOrDefault(zone);

    public void Add(Instance instance)
    {
        Instances.Add(instance);
        byAgent[instance.Agent.Index] = OnAgent(instance.Agent) + 1;
        byZone[instance.Agent.Zone] = InZone(instance.Agent.Zone) + 1;
    }

    public void Remove(Instance instance)
    {
        if (Instances.Remove(instance))
        {
            byAgent[instance.Agent.Index] = OnAgent(instance.Agent) - 1;
            byZone[instance.Agent.Zone] = InZone(instance.Agent.Zone) - 1;
        }
    }
}
