using System.ComponentModel;

namespace Capacity.Server.Api.Scan;

public sealed record ContainerDocument
{
    [Description("The container's id.")]
    public required string Id { get; init; }

    [Description("The agent it runs on.")]
    public required string Agent { get; init; }

    [Description("The name of the framework that runs it.")]
    public required string Framework { get; init; }

    [Description("The app it is an instance of.")]
    public required string App { get; init; }

    [Description("The tasks inside.")]
    public required IReadOnlyList<string> TaskIds { get; init; }

    [Description("Cores allocated to it.")]
    public required double CpuRequestedCores { get; init; }

    [Description("Cores it used on average; null where it is not known.")]
    public required double? CpuUsedCores { get; init; }

    [Description("The most cores it used between two neighbouring samples.")]
    public required double? CpuMaxCores { get; init; }

    [Description("Bytes allocated to it.")]
    public required long MemoryRequestedBytes { get; init; }

    [Description("Its working set in bytes; null where it is not known.")]
    public required long? MemoryUsedBytes { get; init; }

    [Description("Share of enforcement periods in which it was held back, 0 to 1; null where nobody counts.")]
    public required double? ThrottledRatio { get; init; }
}
