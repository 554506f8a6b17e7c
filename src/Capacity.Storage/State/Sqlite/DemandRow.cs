using Capacity.Core.Planning.Forecasting.History;

namespace Capacity.Storage.State.Sqlite;

/// <summary>A row of the table <c>demand</c>.</summary>
internal sealed class DemandRow
{
    public string Step { get; set; } = string.Empty;

    public long At { get; set; }

    public string Level { get; set; } = string.Empty;

    public string Name { get; set; } = string.Empty;

    public long Looks { get; set; }

    public double? TotalCores { get; set; }

    public double? TotalMemory { get; set; }

    public double? TotalDisk { get; set; }

    public double? TotalGpus { get; set; }

    public double? AllocatedCores { get; set; }

    public double? AllocatedMemory { get; set; }

    public double? AllocatedDisk { get; set; }

    public double? AllocatedGpus { get; set; }

    public double? UsedCores { get; set; }

    public double? UsedMemory { get; set; }

    public static DemandRow Of(DemandPoint point) => new()
    {
        Step = point.Step.ToString(),
        At = point.At.ToMicroseconds(),
        Level = point.Reading.Cut.Level.ToString(),
        Name = point.Reading.Cut.Name,
        Looks = point.Looks,
        TotalCores = point.Reading.Total.Cpus,
        TotalMemory = point.Reading.Total.Memory,
        TotalDisk = point.Reading.Total.Disk,
        TotalGpus = point.Reading.Total.Gpus,
        AllocatedCores = point.Reading.Allocated.Cpus,
        AllocatedMemory = point.Reading.Allocated.Memory,
        AllocatedDisk = point.Reading.Allocated.Disk,
        AllocatedGpus = point.Reading.Allocated.Gpus,
        UsedCores = point.Reading.Used.Cpus,
        UsedMemory = point.Reading.Used.Memory,
    };

    public DemandPoint ToPoint() => new(
        Enum.Parse<DemandStep>(Step),
        Moments.ToTime(At),
        (int)Looks,
        new(
            new(Enum.Parse<CutLevel>(Level), Name),
            new(TotalCores, TotalMemory, TotalDisk, TotalGpus),
            new(AllocatedCores, AllocatedMemory, AllocatedDisk, AllocatedGpus),
            new(UsedCores, UsedMemory, null, null)));
}
