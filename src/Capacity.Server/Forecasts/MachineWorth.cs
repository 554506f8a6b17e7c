using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.Limits;
using Capacity.Core.Planning.Shapes;
using Capacity.Core.Units;

namespace Capacity.Server.Forecasts;

/// <summary>Says what new machines add to a capacity: what today's mix can take of them, and in effect less what is kept free.</summary>
/// <param name="picture">The cluster; <see langword="null"/> before it was collected.</param>
internal sealed class MachineWorth(ClusterSnapshot? picture)
{
    private const int Machines = 20;

    private readonly Dictionary<MachineShape, ShapeFigures?> known = [];

    /// <summary>Gives the sizes that most agents have.</summary>
    public IReadOnlyList<MachineShape> Usual(int most) => picture is null ? [] : [.. ShapeAdvisor.UsualShapes(picture).Take(Sizes(picture)).Take(most)];

    /// <summary>Gives what one machine adds to the capacity of a cut that it comes into.</summary>
    public double Of(ResourceVector size, DemandResource resource, CapacityLevels levels, CapacityKind kind)
    {
        var amount = ClusterResources.ToAmounts(size)[(int)resource];
        if (kind == CapacityKind.Total)
        {
            return amount;
        }

        var figures = resource is DemandResource.Cpus or DemandResource.Memory ? Figures(new(size.Cpus, size.Memory)) : null;
        var taken = amount * (figures is null ? 1 : resource == DemandResource.Cpus ? figures.CpuAllocatedRatio : figures.MemoryAllocatedRatio);
        return kind == CapacityKind.Placeable || levels.Placeable <= 0 ? taken : taken * (1 - Math.Min(1, levels.Kept / levels.Placeable));
    }

    private static int Sizes(ClusterSnapshot picture) =>
        picture.Agents.Where(a => a.CountsAsCapacity).Select(a => a.Resources?.Total).OfType<ResourceVector>().Select(t => (t.Cpus, t.Memory)).Distinct().Count();

    private ShapeFigures? Figures(MachineShape shape)
    {
        if (!known.TryGetValue(shape, out var figures))
        {
            known[shape] = figures = picture is null ? null : ShapeAdvisor.Advise(picture, [shape], Machines, 1, CancellationToken.None).Shapes[0];
        }

        return figures;
    }
}
