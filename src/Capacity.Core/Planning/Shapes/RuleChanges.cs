using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Measures;
using Capacity.Core.Packing.Solving;
using Capacity.Core.Units;

namespace Capacity.Core.Planning.Shapes;

/// <summary>Tries the changes of rules that may help: of every role that keeps more than it uses, and of every constraint that chooses among agents.</summary>
internal sealed class RuleChanges
{
    private const int Runs = 3;
    private const int MostRoles = 4;
    private const int MostConstraints = 6;

    private readonly ClusterSnapshot snapshot;
    private readonly ClusterProblem cluster;
    private readonly CancellationToken cancellationToken;
    private readonly int[] order;
    private readonly double now;

    private RuleChanges(ClusterSnapshot snapshot, ClusterProblem cluster, CancellationToken cancellationToken)
    {
        (this.snapshot, this.cluster, this.cancellationToken) = (snapshot, cluster, cancellationToken);
        order = FillOrder.FullestFirst(new PackingState(cluster.Problem, keepGiven: true));
        now = Headroom(cluster, _ => true);
    }

    /// <summary>Finds the changes, the one that lets the whole workload grow most first.</summary>
    public static IReadOnlyList<RuleChange> Find(ClusterSnapshot snapshot, ClusterProblem cluster, CancellationToken cancellationToken)
    {
        var changes = new RuleChanges(snapshot, cluster, cancellationToken);
        return
        [
            .. changes.OfRoles().Concat(changes.OfConstraints())
                .OrderByDescending(c => c.Cluster.After - c.Cluster.Before)
                .ThenByDescending(c => c.Own.After - c.Own.Before)
                .ThenBy(c => c.Subject, StringComparer.Ordinal).ThenBy(c => c.To, StringComparer.Ordinal),
        ];
    }

    private IEnumerable<RuleChange> OfRoles()
    {
        var kept = cluster.Roles.All
            .Select(role => (Role: role, Free: cluster.Agents.Sum(a => Unused(a, role)?.Free ?? default)))
            .Where(r => r.Free != ResourceVector.Zero)
            .OrderByDescending(r => r.Free.Cpus).ThenByDescending(r => r.Free.Memory)
            .Take(MostRoles).ToList();
        return kept.SelectMany(r => cluster.Roles.All.Where(to => to != r.Role).Take(MostRoles).Prepend(null), (r, to) => OfRole(r.Role, to, r.Free));
    }

    private RuleChange OfRole(string role, string? to, ResourceVector free)
    {
        var after = ClusterProblem.Read(snapshot with { Agents = [.. snapshot.Agents.Select(a => Unused(a, role) is { } unused ? Give(a, unused, to) : a)] });
        return new(
            to is null ? RuleChangeKind.Release : RuleChangeKind.HandOver,
            role,
            to,
            cluster.Agents.Count(a => a.Resources!.Reservations.Any(r => r.Role == role)),
            cluster.Problem.Items.Where(i => i.Role == role).Sum(i => i.Count),
            free,
            new(now, Headroom(after, _ => true)),
            Change(cluster, after, i => i.Role == role),
            to is null ? null : Change(cluster, after, i => i.Role == to));
    }

    private IEnumerable<RuleChange> OfConstraints() => cluster.Problem.Items
        .SelectMany(i => i.Constraints.Where(ChoosingConstraints.Chooses).DistinctBy(c => c.ToString()), (item, constraint) => (constraint, item.Count))
        .GroupBy(c => c.constraint.ToString(), StringComparer.Ordinal)
        .Select(g => (Constraint: g.First().constraint, Containers: g.Sum(c => c.Count)))
        .Where(c => c.Containers > 0)
        .OrderByDescending(c => c.Containers).ThenBy(c => c.Constraint.ToString(), StringComparer.Ordinal)
        .Take(MostConstraints)
        .Select(c => OfConstraint(c.Constraint, c.Containers));

    private RuleChange OfConstraint(PlacementConstraint constraint, int containers)
    {
        var text = constraint.ToString();
        var problem = cluster.Problem;
        var items = problem.Items.Select(i => i with { Constraints = [.. i.Constraints.Where(c => c.ToString() != text)] }).ToList();
        var after = cluster with { Problem = new(problem.Resources, problem.Machines, items, given: problem.Given) };
        var bound = problem.Items.Select(i => i.Constraints.Any(c => c.ToString() == text)).ToList();
        var closed = Enumerable.Range(0, problem.Machines.Count).Where(m => problem.Machines[m].AcceptsNew && !constraint.Allows(problem.Machines[m].Attributes.GetValueOrDefault(constraint.Field))).ToList();
        return new(
            RuleChangeKind.DropConstraint,
            text,
            null,
            problem.Machines.Count(m => m.AcceptsNew) - closed.Count,
            containers,
            closed.Sum(m => cluster.Agents[m].Resources!.FreeFor(Roles.Any)),
            new(now, Headroom(after, _ => true)),
            new(Headroom(cluster, i => bound[i]), Headroom(after, i => bound[i])),
            null);
    }

    private HeadroomChange Change(ClusterProblem before, ClusterProblem after, Func<PackingItem, bool> own) =>
        new(Headroom(before, i => own(before.Problem.Items[i])), Headroom(after, i => own(after.Problem.Items[i])));

    private double Headroom(ClusterProblem of, Func<int, bool> own) =>
        GrowthHeadroom.Measure(of, new PackingState(of.Problem, keepGiven: true), Runs, order, own, cancellationToken).Ratio;

    private static Reservation? Unused(Agent agent, string role) =>
        agent is { TakesNewTasks: true, Resources: { } resources } ? resources.Reservations.FirstOrDefault(r => r.Role == role && r.Free != ResourceVector.Zero) : null;

    private static Agent Give(Agent agent, Reservation unused, string? to)
    {
        var resources = agent.Resources!;
        var free = unused.Free;
        var others = resources.Reservations.Where(r => r != unused && r.Role != to);
        var gets = resources.Reservations.FirstOrDefault(r => r.Role == to) ?? new Reservation(to ?? Roles.Any, default, default);
        return agent with
        {
            Resources = resources with
            {
                Unreserved = to is null ? resources.Unreserved + free : resources.Unreserved,
                Reservations = [.. others, unused with { Reserved = unused.Reserved.LessOrZero(free) }, .. to is null ? [] : new[] { gets with { Reserved = gets.Reserved + free } }],
            },
        };
    }
}
