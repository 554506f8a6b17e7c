using System.ComponentModel;

namespace Capacity.Server.Api.Scan;

public sealed record AppDocument
{
    [Description("The name of the framework that runs the app.")]
    public required string Framework { get; init; }

    [Description("The app's id, as Marathon gives it; without a Marathon guessed from the names of its tasks.")]
    public required string Id { get; init; }

    [Description("The value of the label team, else of owner; null for none.")]
    public required string? Team { get; init; }

    [Description("How many containers it has.")]
    public required int Instances { get; init; }

    [Description("Cores allocated to all instances, without what agents add for executors.")]
    public required double CpuRequestedCores { get; init; }

    [Description("Cores that the measured instances used on average; null where it is not known of any.")]
    public required double? CpuUsedCores { get; init; }

    [Description("Cores that the measured instances are allocated and did not use.")]
    public required double? CpuWastedCores { get; init; }

    [Description("Bytes allocated to all instances.")]
    public required long MemoryRequestedBytes { get; init; }

    [Description("The measured instances' working sets in bytes; null where it is not known of any.")]
    public required long? MemoryUsedBytes { get; init; }

    [Description("Bytes that the measured instances are allocated and do not use.")]
    public required long? MemoryWastedBytes { get; init; }

    [Description("The worst instance's share of enforcement periods in which it was held back, 0 to 1; null where no agent counts them.")]
    public required double? ThrottledRatio { get; init; }

    [Description("Instances that were killed for their memory, as far back as agents and Marathon remember; null where they may not say.")]
    public required int? MemoryKills { get; init; }

    [Description("The larger of the app's wasted shares of the cluster's CPU and memory, 0 to 1.")]
    public required double WasteRatio { get; init; }

    [Description("How many instances have a CPU figure.")]
    public required int CpuMeasuredInstances { get; init; }

    [Description("How many instances have a memory figure.")]
    public required int MemoryMeasuredInstances { get; init; }
}
