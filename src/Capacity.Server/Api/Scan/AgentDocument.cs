using System.ComponentModel;

namespace Capacity.Server.Api.Scan;

public sealed record AgentDocument
{
    [Description("The host name that the agent announces.")]
    public required string Hostname { get; init; }

    [Description("The port that the agent announces.")]
    public required int Port { get; init; }

    [Description("Where its process answers, host:port; null where it is not known.")]
    public required string? Address { get; init; }

    [Description("Its zone; null for none.")]
    public required string? Zone { get; init; }

    [Description("Its rack; null for none.")]
    public required string? Rack { get; init; }

    [Description("active, disconnected, deactivated, draining, drained, inMaintenance, downForMaintenance, unreachable, recovered or gone.")]
    public required string State { get; init; }

    [Description("When its state and resources were last said (UTC).")]
    public required DateTimeOffset AsOf { get; init; }

    [Description("Whether the agent answered for itself in the last collection.")]
    public required bool Read { get; init; }

    [Description("How many containers it runs.")]
    public required int Containers { get; init; }

    [Description("Cores it has; null where nobody has said.")]
    public required double? CpuTotalCores { get; init; }

    [Description("Cores allocated on it.")]
    public required double? CpuAllocatedCores { get; init; }

    [Description("Cores its containers used on average.")]
    public required double? CpuUsedCores { get; init; }

    [Description("Free cores that today's mix cannot use.")]
    public required double CpuStrandedCores { get; init; }

    [Description("Bytes of memory it has; null where nobody has said.")]
    public required long? MemoryTotalBytes { get; init; }

    [Description("Bytes of memory allocated on it.")]
    public required long? MemoryAllocatedBytes { get; init; }

    [Description("Its containers' working sets in bytes.")]
    public required long? MemoryUsedBytes { get; init; }

    [Description("Free bytes of memory that today's mix cannot use.")]
    public required long MemoryStrandedBytes { get; init; }

    [Description("What is kept for one role each.")]
    public required IReadOnlyList<ReservationDocument> Reservations { get; init; }
}
