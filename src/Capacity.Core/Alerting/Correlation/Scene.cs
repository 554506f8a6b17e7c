using Capacity.Core.Alerting.Context;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Policies;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Core.Alerting.Correlation;

/// <summary>What the rules look at.</summary>
internal sealed class Scene
{
    public Scene(AlertPolicy policy, Topology topology, Leadership leadership)
    {
        (Policy, Topology, Leadership) = (policy, topology, leadership);
        Changes = new(policy, topology);
        Machines = new(policy, topology, leadership);
        Quorums = new(topology);
        Incidents = new(policy, Agenda, Changes, Touched);
    }

    public AlertPolicy Policy { get; }

    public Topology Topology { get; }

    public Leadership Leadership { get; }

    public Dictionary<LabelSet, TrackedAlert> Alerts { get; } = [];

    /// <summary>Gets the alerts that wait for an explanation, not for a deadline.</summary>
    public HashSet<TrackedAlert> Unsettled { get; } = [];

    /// <summary>Gets the alerts of agents that have not registered since the last election.</summary>
    public HashSet<TrackedAlert> Wave { get; } = [];

    public Agenda Agenda { get; } = new();

    public Touched Touched { get; } = new();

    public ChangeBook Changes { get; }

    public MachineWatch Machines { get; }

    public QuorumWatch Quorums { get; }

    public IncidentBook Incidents { get; }
}
