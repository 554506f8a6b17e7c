using System.ComponentModel;

namespace Capacity.Server.Api.Scan;

public sealed record ReservationDocument
{
    [Description("The role.")]
    public required string Role { get; init; }

    [Description("Cores kept for it.")]
    public required double CpuReservedCores { get; init; }

    [Description("Cores of those that are allocated.")]
    public required double CpuAllocatedCores { get; init; }

    [Description("Bytes of memory kept for it.")]
    public required long MemoryReservedBytes { get; init; }

    [Description("Bytes of those that are allocated.")]
    public required long MemoryAllocatedBytes { get; init; }
}
