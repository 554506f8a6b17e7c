using System.ComponentModel;

namespace Capacity.Server.Api.Scan;

public sealed record CpuDocument
{
    [Description("What agents that belong to the capacity have; reservations included, revocable resources not.")]
    public required double TotalCores { get; init; }

    [Description("What is allocated to tasks and executors.")]
    public required double AllocatedCores { get; init; }

    [Description("What is held in offers.")]
    public required double OfferedCores { get; init; }

    [Description("What containers used on average between the first and the last sample; null where it is not known of any.")]
    public required double? UsedCores { get; init; }

    [Description("What the measured containers are allocated and did not use in that time.")]
    public required double? WastedCores { get; init; }

    [Description("What is free on agents that take new tasks.")]
    public required double FreeCores { get; init; }

    [Description("The part of the free cores that today's mix of CPU and memory cannot use, for the memory beside them is too little.")]
    public required double StrandedCores { get; init; }

    [Description("What is free on agents that take no new tasks.")]
    public required double UnusableCores { get; init; }

    [Description("How many containers the use is known of.")]
    public required int MeasuredContainers { get; init; }
}
