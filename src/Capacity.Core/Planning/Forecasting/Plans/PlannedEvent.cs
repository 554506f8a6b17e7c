using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Units;

namespace Capacity.Core.Planning.Forecasting.Plans;

/// <summary>Something that people know and no history does.</summary>
public sealed record PlannedEvent
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 200;

    /// <summary>Gets what it is, for people.</summary>
    public required string Name { get; init; }

    /// <summary>Gets from which day on, in UTC.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Gets what changes.</summary>
    public required PlannedEventKind Kind { get; init; }

    /// <summary>Gets by how much demand grows, where 0.2 is 20 % more and -0.1 is 10 % less; <see langword="null"/> where it is said in amounts.</summary>
    public double? GrowthRatio { get; init; }

    /// <summary>Gets by how much demand grows in cores, bytes and GPUs; negative for less.</summary>
    public DemandAmounts Amounts { get; init; }

    /// <summary>Gets how many machines come; negative where they leave.</summary>
    public int Machines { get; init; }

    /// <summary>Gets what each machine has.</summary>
    public ResourceVector Shape { get; init; }

    /// <summary>Gets where: the cluster, a zone, or for demand a role or team. Without a zone, machines come to all zones alike.</summary>
    public DemandCut Cut { get; init; } = DemandCut.Cluster;

    /// <summary>Says what is wrong with it; <see langword="null"/> where nothing is.</summary>
    public string? Fault() => this switch
    {
        { Name.Length: 0 or > LongestName } => $"name: 1 to {LongestName} characters",
        { Kind: PlannedEventKind.Machines, Machines: 0 } => "machines: say how many, such as 10, or -10 where they leave",
        { Kind: PlannedEventKind.Machines } when Shape.Cpus.NanoCores == 0 || Shape.Memory.Bytes == 0 => "shape: say what each machine has, such as 32c128g",
        { Kind: PlannedEventKind.Machines, Cut.Level: not (CutLevel.Cluster or CutLevel.Zone) } => "machines come to the cluster or to a zone",
        { Kind: PlannedEventKind.RightSizing, Cut.Level: not CutLevel.Cluster } => "right-sizing is that of the whole cluster",
        { Kind: PlannedEventKind.Demand, GrowthRatio: null, Amounts: { Cpus: null, Memory: null, Disk: null, Gpus: null } } => "demand: say by how much it grows, such as growth 20% or cpus 200",
        { Kind: PlannedEventKind.Demand, GrowthRatio: < -1 or > 100 or double.NaN } => "growth: from -100% to 10000%",
        { Kind: PlannedEventKind.Demand, GrowthRatio: not null } when Amounts != default => "demand: give growth or amounts, not both",
        _ => null,
    };
}
