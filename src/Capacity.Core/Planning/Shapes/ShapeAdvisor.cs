using Capacity.Core.Cluster;
using Capacity.Core.Packing;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Units;

namespace Capacity.Core.Planning.Shapes;

/// <summary>Compares machine shapes: new machines of each are filled with containers drawn from today's.</summary>
/// <remarks>
/// Each machine is filled by containers drawn at random, by how many of a kind run, the fullest machine that takes one first, until a
/// twentieth of what was drawn found no room: one large container is no full machine. What is left then is split by the ratio form of
/// stranding. Constraints and reservations are left out here; <see cref="RoomFor"/> looks at them.
/// </remarks>
public static class ShapeAdvisor
{
    private const int Orders = 5;
    private const double GibibytesPerStep = 1 << 30;

    /// <summary>Compares shapes.</summary>
    /// <param name="snapshot">The cluster.</param>
    /// <param name="candidates">The shapes; none for those that <see cref="UsualShapes"/> gives.</param>
    /// <param name="count">How many machines are added, 1 or more.</param>
    /// <param name="seed">Picks the orders.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static ShapeAdvice Advise(ClusterSnapshot snapshot, IReadOnlyList<MachineShape> candidates, int count, int seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var cluster = ClusterProblem.Read(snapshot);
        var kinds = cluster.Items.Select((item, i) => (item.App, item.Request, cluster.Problem.Items[i].Count)).Where(k => k.App is not null && k.Count > 0).Select(k => (k.Request, k.Count)).ToList();
        var workload = kinds.Aggregate(ResourceVector.Zero, (sum, k) => sum + Times(k.Request, k.Count));
        IReadOnlyList<MachineShape> shapes = candidates.Count > 0 ? candidates : UsualShapes(snapshot);
        var figures = new List<ShapeFigures>();
        foreach (var shape in shapes.Distinct())
        {
            cancellationToken.ThrowIfCancellationRequested();
            figures.Add(Measure(cluster, kinds, workload, shape, count, seed));
        }

        figures = [.. figures.OrderBy(f => f.StrandedRatio).ThenBy(f => f.Shape.Cpus)];
        var mix = MixOf(workload);
        return new(
            snapshot.TakenAt,
            mix,
            count,
            figures,
            RoomsFor.Find(cluster),
            figures.Count > 0 ? MachineReplacements.Find(cluster, figures[0].Shape, mix, cancellationToken) : [],
            RuleChanges.Find(snapshot, cluster, cancellationToken));
    }

    /// <summary>The sizes that agents have now, and the most frequent one's cores with 2, 4 and 8 GiB for each and with the memory of today's mix, rounded to GiB.</summary>
    public static IReadOnlyList<MachineShape> UsualShapes(ClusterSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var sizes = snapshot.Agents.Where(a => a.CountsAsCapacity).Select(a => a.Resources?.Total).OfType<ResourceVector>().Where(s => s.Cpus > CpuCores.Zero && s.Memory > MemorySize.Zero).Select(s => new MachineShape(s.Cpus, s.Memory)).ToList();
        if (sizes.Count == 0)
        {
            return [];
        }

        var now = sizes.CountBy(s => s).OrderByDescending(s => s.Value).ThenByDescending(s => s.Key.Cpus).Select(s => s.Key).ToList();
        var allocated = snapshot.Containers.Sum(c => c.Allocated);
        var ratios = new List<double> { 2, 4, 8 };
        if (allocated.Cpus > CpuCores.Zero && allocated.Memory > MemorySize.Zero)
        {
            ratios.Add(allocated.Memory.Bytes / GibibytesPerStep / allocated.Cpus.Cores);
        }

        return [.. now.Concat(ratios.Select(r => new MachineShape(now[0].Cpus, MemorySize.FromBytes((long)(Math.Max(1, Math.Round(r * now[0].Cpus.Cores)) * GibibytesPerStep))))).Distinct()];
    }

    private static ShapeFigures Measure(ClusterProblem cluster, List<(ResourceVector Request, int Count)> kinds, ResourceVector workload, MachineShape shape, int count, int seed)
    {
        var machine = new ResourceVector(shape.Cpus, shape.Memory, MemorySize.FromBytes(long.MaxValue / 2), int.MaxValue);
        var (placed, cores, bytes, strandedCores, strandedBytes) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var order = 0; order < Orders; order++)
        {
            var fill = ShapeFill.Fill(kinds, machine, count, new Random(seed + order));
            placed += (double)fill.Placed / Orders;
            foreach (var free in fill.Free)
            {
                var stranded = Stranding.Stranded(free, workload);
                cores += (shape.Cpus.Cores - free.Cpus.Cores) / Orders;
                bytes += (shape.Memory.Bytes - (double)free.Memory.Bytes) / Orders;
                strandedCores += stranded.Cpus.Cores / Orders;
                strandedBytes += (double)stranded.Memory.Bytes / Orders;
            }
        }

        var (allCores, allBytes) = (count * shape.Cpus.Cores, count * (double)shape.Memory.Bytes);
        var running = kinds.Sum(k => k.Count);
        return new(
            shape,
            cluster.Agents.Count(a => a.Resources!.Total is var total && total.Cpus == shape.Cpus && total.Memory == shape.Memory),
            placed / count,
            cores / allCores,
            bytes / allBytes,
            strandedCores / allCores,
            strandedBytes / allBytes,
            running > 0 ? (double)kinds.Where(k => !k.Request.FitsIn(machine)).Sum(k => k.Count) / running : 0,
            WithCluster(cluster, workload, (strandedCores, strandedBytes), (allCores, allBytes)));
    }

    private static double WithCluster(ClusterProblem cluster, ResourceVector workload, (double Cores, double Bytes) stranded, (double Cores, double Bytes) added)
    {
        foreach (var agent in cluster.Agents)
        {
            var here = agent.TakesNewTasks ? Stranding.Stranded(agent.Resources!.Free, workload) : ResourceVector.Zero;
            stranded = (stranded.Cores + here.Cpus.Cores, stranded.Bytes + here.Memory.Bytes);
            added = (added.Cores + agent.Resources!.Total.Cpus.Cores, added.Bytes + agent.Resources.Total.Memory.Bytes);
        }

        return ((stranded.Cores / added.Cores) + (stranded.Bytes / added.Bytes)) / 2;
    }

    private static ResourceVector MixOf(ResourceVector workload) => workload.Cpus > CpuCores.Zero
        ? new(CpuCores.FromCores(1), MemorySize.FromBytes((long)(workload.Memory.Bytes / workload.Cpus.Cores)))
        : ResourceVector.Zero;

    private static ResourceVector Times(ResourceVector each, int count) =>
        new(CpuCores.FromCores(each.Cpus.Cores * count), MemorySize.FromBytes(each.Memory.Bytes * count), MemorySize.FromBytes(each.Disk.Bytes * count), each.Gpus * count);
}
