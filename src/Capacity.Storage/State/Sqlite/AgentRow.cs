using Capacity.Core.Cluster;
using Capacity.Core.Inventory;
using Capacity.Core.Units;

namespace Capacity.Storage.State.Sqlite;

/// <summary>A row of the table <c>agent</c>.</summary>
internal sealed class AgentRow
{
    private const double NanoPerCore = 1e9;

    public string Hostname { get; init; } = "";

    public int Port { get; init; }

    public string AgentId { get; init; } = "";

    public string? AddressHost { get; init; }

    public int? AddressPort { get; init; }

    public string State { get; init; } = "";

    public long? CpuNanoCores { get; init; }

    public long? MemoryBytes { get; init; }

    public long? DiskBytes { get; init; }

    public long? Gpus { get; init; }

    public string? Zone { get; init; }

    public string? Rack { get; init; }

    public string? Version { get; init; }

    public long FirstSeen { get; init; }

    public long LastSeen { get; init; }

    public static AgentRow Of(KnownAgent agent) => new()
    {
        Hostname = agent.Name.Hostname,
        Port = agent.Name.Port,
        AgentId = agent.Id,
        AddressHost = agent.Address?.Host,
        AddressPort = agent.Address?.Port,
        State = agent.State.ToString(),
        CpuNanoCores = agent.Total?.Cpus.NanoCores,
        MemoryBytes = agent.Total?.Memory.Bytes,
        DiskBytes = agent.Total?.Disk.Bytes,
        Gpus = agent.Total?.Gpus,
        Zone = agent.Zone,
        Rack = agent.Rack,
        Version = agent.Version,
        FirstSeen = agent.FirstSeen.ToMicroseconds(),
        LastSeen = agent.LastSeen.ToMicroseconds(),
    };

    public KnownAgent ToAgent(IEnumerable<AttributeRow> attributes) => new()
    {
        Name = new(Hostname, Port),
        Id = AgentId,
        Address = AddressHost is null ? null : new HostPort(AddressHost, AddressPort ?? 0),

        // A state that this program doesn't know was written by a newer one.
        State = Enum.TryParse<AgentState>(State, out var state) ? state : AgentState.Unreachable,
        Total = CpuNanoCores is long nano
            ? new(CpuCores.FromCores(nano / NanoPerCore), MemorySize.FromBytes(MemoryBytes ?? 0), MemorySize.FromBytes(DiskBytes ?? 0), Gpus ?? 0)
            : null,
        Zone = Zone,
        Rack = Rack,
        Version = Version,
        Attributes = attributes.ToDictionary(a => a.Name, a => a.Value),
        FirstSeen = Moments.ToTime(FirstSeen),
        LastSeen = Moments.ToTime(LastSeen),
    };
}
