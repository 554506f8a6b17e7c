using System.ComponentModel;

namespace Capacity.Server.Api.Scan;

public sealed record RoomDocument
{
    [Description("The agent.")]
    public required string Agent { get; init; }

    [Description("Cores that one task could take there.")]
    public required double CpuCores { get; init; }

    [Description("Bytes of memory that the same task could take there.")]
    public required long MemoryBytes { get; init; }
}
