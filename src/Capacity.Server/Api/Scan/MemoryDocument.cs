using System.ComponentModel;

namespace Capacity.Server.Api.Scan;

public sealed record MemoryDocument
{
    [Description("What agents that belong to the capacity have; reservations included, revocable resources not.")]
    public required long TotalBytes { get; init; }

    [Description("What is allocated to tasks and executors.")]
    public required long AllocatedBytes { get; init; }

    [Description("What is held in offers.")]
    public required long OfferedBytes { get; init; }

    [Description("The containers' working sets: what cannot be taken back without killing them; null where it is not known of any.")]
    public required long? UsedBytes { get; init; }

    [Description("What the measured containers are allocated and do not use.")]
    public required long? WastedBytes { get; init; }

    [Description("What is free on agents that take new tasks.")]
    public required long FreeBytes { get; init; }

    [Description("The part of the free memory that today's mix of CPU and memory cannot use, for the CPU beside it is too little.")]
    public required long StrandedBytes { get; init; }

    [Description("What is free on agents that take no new tasks.")]
    public required long UnusableBytes { get; init; }

    [Description("How many containers the use is known of.")]
    public required int MeasuredContainers { get; init; }
}
