using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.Plans;
using Capacity.Core.Units;

namespace Capacity.Storage.State.Sqlite;

/// <summary>A row of the table <c>planned_event</c>.</summary>
internal sealed class PlannedEventRow
{
    public string Id { get; set; } = string.Empty;

    public string Name { get; set; } = string.Empty;

    public long Day { get; set; }

    public string Kind { get; set; } = string.Empty;

    public string Level { get; set; } = string.Empty;

    public string Cut { get; set; } = string.Empty;

    public double? Growth { get; set; }

    public double? Cores { get; set; }

    public double? Memory { get; set; }

    public double? Disk { get; set; }

    public double? Gpus { get; set; }

    public long Machines { get; set; }

    public long ShapeNanoCores { get; set; }

    public long ShapeMemory { get; set; }

    public long ShapeDisk { get; set; }

    public long ShapeGpus { get; set; }

    public static PlannedEventRow Of(StoredPlan plan) => new()
    {
        Id = plan.Id.ToString(),
        Name = plan.Event.Name,
        Day = plan.Event.Date.DayNumber,
        Kind = plan.Event.Kind.ToString(),
        Level = plan.Event.Cut.Level.ToString(),
        Cut = plan.Event.Cut.Name,
        Growth = plan.Event.GrowthRatio,
        Cores = plan.Event.Amounts.Cpus,
        Memory = plan.Event.Amounts.Memory,
        Disk = plan.Event.Amounts.Disk,
        Gpus = plan.Event.Amounts.Gpus,
        Machines = plan.Event.Machines,
        ShapeNanoCores = plan.Event.Shape.Cpus.NanoCores,
        ShapeMemory = plan.Event.Shape.Memory.Bytes,
        ShapeDisk = plan.Event.Shape.Disk.Bytes,
        ShapeGpus = plan.Event.Shape.Gpus,
    };

    public StoredPlan ToPlan() => new(
        Guid.Parse(Id),
        new()
        {
            Name = Name,
            Date = DateOnly.FromDayNumber((int)Day),
            Kind = Enum.Parse<PlannedEventKind>(Kind),
            Cut = new(Enum.Parse<CutLevel>(Level), Cut),
            GrowthRatio = Growth,
            Amounts = new(Cores, Memory, Disk, Gpus),
            Machines = (int)Machines,
            Shape = new(CpuCores.FromCores(ShapeNanoCores / 1e9), MemorySize.FromBytes(ShapeMemory), MemorySize.FromBytes(ShapeDisk), ShapeGpus),
        });
}
