using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.RightSizing.Ownership;
using Capacity.Core.Scanning;
using Capacity.Core.Units;

namespace Capacity.Core.Planning.Forecasting.History;

/// <summary>Reads demands off a report: of the cluster, and by zone, role and team.</summary>
/// <param name="owners">Who owns what.</param>
public sealed class DemandReader(OwnerRules owners)
{
    private static readonly Dictionary<string, string> NoLabels = [];

    /// <summary>Reads every cut. Where the size of an agent is not known, neither the cluster nor its zone or roles are.</summary>
    /// <returns>None where the cluster did not say what agents there are.</returns>
    public IReadOnlyList<DemandReading> Read(ScanReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (!report.Picture.AgentsListed || report.Picture.Held)
        {
            return [];
        }

        var readings = new List<DemandReading>();
        if (report.Cluster is { SizeUnknown: 0, Agents.Count: > 0 })
        {
            readings.Add(OfGroup(DemandCut.Cluster, report.Cluster));
            readings.AddRange(Roles(report));
        }

        readings.AddRange(report.Zones.Where(z => z.SizeUnknown == 0).Select(z => OfGroup(DemandCut.Zone(z.Name), z)));
        readings.AddRange(Teams(report));
        return readings;
    }

    private static DemandReading OfGroup(DemandCut cut, GroupFigures group) =>
        new(cut, DemandAmounts.Of(group.Total), DemandAmounts.Of(group.Allocated), UsedOf(group.Usage));

    /// <summary>A share of the containers that is not measured counts like the rest; less than half of them says too little.</summary>
    private static DemandAmounts UsedOf(UsageFigures usage) => new(
        ReckonUp(usage.Cpus?.Cores, usage.CpuMeasured, usage.Containers),
        ReckonUp(usage.Memory?.Bytes, usage.MemoryMeasured, usage.Containers),
        null,
        null);

    internal static double? ReckonUp(double? sum, double measured, double all) => all == 0 ? 0 : sum is double s && 2 * measured >= all ? s * all / measured : null;

    private static IEnumerable<DemandReading> Roles(ScanReport report)
    {
        var agents = report.Picture.Agents.Where(a => a is { CountsAsCapacity: true, Resources: not null }).ToList();
        var roles = new ReservedRoles(agents.SelectMany(a => a.Resources!.Reservations).Select(r => r.Role));
        var reserved = agents.SelectMany(a => a.Resources!.Reservations, (a, r) => (a.Name, r.Role)).ToHashSet();
        var used = report.Containers.GroupBy(c => PoolOf(c.Container)).ToDictionary(g => g.Key, g => UsedOf(UsageFigures.Of([.. g])), StringComparer.Ordinal);
        yield return Of(Cluster.Roles.Any, agents.Sum(a => a.Resources!.Unreserved), agents.Sum(a => a.Resources!.UnreservedAllocated));
        foreach (var role in roles.All)
        {
            var kept = agents.SelectMany(a => a.Resources!.Reservations).Where(r => r.Role == role).ToList();
            yield return Of(role, kept.Sum(r => r.Reserved), kept.Sum(r => r.Allocated));
        }

        DemandReading Of(string role, ResourceVector total, ResourceVector allocated) =>
            new(DemandCut.Role(role), DemandAmounts.Of(total), DemandAmounts.Of(allocated), used.GetValueOrDefault(role, new(0, 0, null, null)));

        string PoolOf(Container container) => container.Tasks is [{ Role: var role }, ..] && roles.PoolOf(role) is { } pool && reserved.Contains((container.Agent, pool)) ? pool : Cluster.Roles.Any;
    }

    private IEnumerable<DemandReading> Teams(ScanReport report)
    {
        var defined = report.Picture.Marathons.SelectMany(m => m.Apps).DistinctBy(a => a.Key).ToDictionary(a => a.Key, a => a.Labels);
        return report.Containers
            .GroupBy(c => c.Container.App)
            .Select(app => (Team: TeamOf(app.Key, app), Containers: app))
            .Where(app => app.Team is not null)
            .GroupBy(app => app.Team!, app => app.Containers, StringComparer.Ordinal)
            .OrderBy(team => team.Key, StringComparer.Ordinal)
            .Select(team => Of(team.Key, [.. team.SelectMany(c => c)]));

        string? TeamOf(AppKey key, IEnumerable<MeasuredContainer> containers) => owners.Find(
            key.Id, defined.GetValueOrDefault(key) ?? containers.SelectMany(c => c.Container.Tasks).Select(t => t.Labels).FirstOrDefault(l => l.Count > 0) ?? NoLabels);

        static DemandReading Of(string team, List<MeasuredContainer> containers) =>
            new(DemandCut.Team(team), default, DemandAmounts.Of(containers.Sum(c => c.Container.Allocated)), UsedOf(UsageFigures.Of(containers)));
    }
}
