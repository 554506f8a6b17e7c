using Capacity.Core.Alerting.Labels;
using Capacity.Core.Cluster;
using Capacity.Core.Packing.Measures;
using static Capacity.Core.Checks.Rules.Standards;

namespace Capacity.Core.Checks.Rules;

/// <summary>What is left of the cluster, and what it would survive.</summary>
internal static class CapacityRules
{
    public static IReadOnlyList<CheckRule> All { get; } =
    [
        new("CapacityNearlyExhausted", "Hardly anything is left that tasks can use.", CheckBasis.Masters, NearlyExhausted)
        {
            Standard = Warning(Minutes(15)).Beyond(0.1, 0.15), IsBelow = true, Unit = "ratio", Identity = ["resource"],
        },
        new("CapacityZoneLossNotSurvived", "What runs in a zone would find no place if the zone were lost.", CheckBasis.Packing, ZoneLoss)
        {
            Standard = Info(Minutes(30)).Beyond(0, 0), Unit = "instances", Identity = ["zone"],
        },
    ];

    /// <summary>Effective capacity is what there is without what is stranded.</summary>
    private static CheckLook NearlyExhausted(CheckScene scene)
    {
        var cluster = scene.Report!.Cluster;
        var (total, free) = (cluster.Total.LessOrZero(cluster.Stranded), cluster.Free.LessOrZero(cluster.Stranded));
        return scene.Picture is not { KnowsItsAgents: true, Leader.Phase: LeaderPhase.Steady } ? CheckLook.Blind("not every agent is known")
            : CheckLook.Whole([
                .. Of("cpu", free.Cpus.Cores, total.Cpus.Cores, $"{free.Cpus} of {total.Cpus} CPUs"),
                .. Of("memory", free.Memory.Bytes, total.Memory.Bytes, $"{free.Memory} of {total.Memory} of memory"),
            ]);
    }

    private static IEnumerable<CheckReading> Of(string resource, double free, double total, string what) =>
        total > 0 ? [new(LabelSet.Create([new("resource", resource)]), free / total, $"{what} are free for tasks; what is stranded counts neither as free nor as capacity.")] : [];

    private static CheckLook ZoneLoss(CheckScene scene) => CheckLook.Whole(scene.Packing!.Losses.Where(l => l.Level == DomainLevel.Zone).Select(l => new CheckReading(
        LabelSet.Create([new("zone", l.Name)]), l.Unplaced, $"{l.Unplaced} of the {l.Lost} instances in zone {l.Name} would find no place elsewhere.")));
}
