using System.ComponentModel;

namespace Capacity.Server.Api.Scan;

public sealed record GroupDocument
{
    [Description("The zone; null for the cluster and for agents without a zone.")]
    public required string? Name { get; init; }

    [Description("How many agents are in each state that occurs: active, disconnected, deactivated, draining, drained, inMaintenance, downForMaintenance, unreachable, recovered, gone.")]
    public required IReadOnlyDictionary<string, int> Agents { get; init; }

    [Description("Agents that belong to the capacity and whose size nobody has said yet: every sum lacks them.")]
    public required int AgentsOfUnknownSize { get; init; }

    [Description("CPU in cores.")]
    public required CpuDocument Cpu { get; init; }

    [Description("Memory in bytes.")]
    public required MemoryDocument Memory { get; init; }

    [Description("Disk of agents that belong to the capacity, in bytes.")]
    public required long DiskTotalBytes { get; init; }

    [Description("Disk that is allocated, in bytes.")]
    public required long DiskAllocatedBytes { get; init; }

    [Description("GPUs of agents that belong to the capacity.")]
    public required long GpusTotal { get; init; }

    [Description("GPUs that are allocated.")]
    public required long GpusAllocated { get; init; }

    [Description("How many containers run.")]
    public required int Containers { get; init; }
}
