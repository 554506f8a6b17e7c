using Capacity.Core.Cluster;
using Capacity.Core.Units;
using Capacity.Mesos.Wire;

namespace Capacity.Mesos.Masters;

/// <summary>Turns what a master says of an agent into the model.</summary>
internal static class AgentMapping
{
    /// <summary>Reads a registered agent.</summary>
    /// <returns>The agent, or <see langword="null"/> where it has no name.</returns>
    public static Agent? Registered(SlavesJson.SlaveJson slave, DateTimeOffset asOf) => Named(slave, asOf) is not { } agent ? null : agent with
    {
        State = StateOf(slave),
        Resources = slave.Resources is null ? null : ResourcesOf(slave),
    };

    /// <summary>Reads an agent that the leader still waits for.</summary>
    /// <returns>The agent, or <see langword="null"/> where it has no name.</returns>
    public static Agent? Recovered(SlavesJson.SlaveJson slave, DateTimeOffset asOf) => Named(slave, asOf) is not { } agent ? null : agent with
    {
        State = AgentState.Recovered,
    };

    private static Agent? Named(SlavesJson.SlaveJson slave, DateTimeOffset asOf) => slave.Hostname is not { Length: > 0 } hostname ? null : new()
    {
        Name = new(hostname, Scalars.ToInt(slave.Port) is { } port and > 0 and < 65536 ? port : 5051),
        Id = slave.Id ?? string.Empty,
        Address = HostPort.TryParse(slave.Pid),
        State = AgentState.Active,
        Resources = null,
        Attributes = slave.Attributes ?? [],
        Domain = slave.Domain?.ToDomain(),
        Version = slave.Version,
        RegisteredAt = Scalars.ToTime(slave.ReregisteredTime) ?? Scalars.ToTime(slave.RegisteredTime),
        AsOf = asOf,
    };

    /// <summary>"Inactive" is three things: <c>deactivated</c> and <c>drain_info</c> (Mesos 1.9) tell two of them, and the third is a closed connection.</summary>
    private static AgentState StateOf(SlavesJson.SlaveJson slave) => (slave.DrainInfo?.State, slave.Deactivated, slave.Active) switch
    {
        ("DRAINING", _, _) => AgentState.Draining,
        ("DRAINED", _, _) => AgentState.Drained,
        (_, true, _) => AgentState.Deactivated,
        (_, _, false) => AgentState.Disconnected,
        _ => AgentState.Active,
    };

    private static AgentResources ResourcesOf(SlavesJson.SlaveJson slave)
    {
        var total = slave.Resources!.ToVector();
        var allocated = slave.UsedResources?.ToVector() ?? default;
        var reserved = slave.ReservedResources ?? [];
        var unreserved = slave.UnreservedResources?.ToVector()
            ?? total.LessOrZero(reserved.Values.Present().Sum(r => r.ToVector()));
        var used = UsedByReservation(slave.UsedResourcesFull, allocated, reserved.Count > 0);
        return new(
            total,
            allocated,
            slave.OfferedResources?.ToVector() ?? default,
            unreserved,
            used.GetValueOrDefault(Roles.Any),
            [.. reserved.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => new Reservation(r.Key, r.Value?.ToVector() ?? default, used.GetValueOrDefault(r.Key)))],
            slave.Resources.ToRevocable(),
            slave.UsedResources?.ToRevocable() ?? default);
    }

    /// <summary>
    /// Splits what is allocated by what it was taken from. Only the protobuf form says so; without it (before Mesos 0.28) all of it
    /// is taken to be unreserved, which leaves reservations looking free and never promises anybody more than there is.
    /// </summary>
    private static Dictionary<string, ResourceVector> UsedByReservation(List<ResourceJson?>? full, ResourceVector allocated, bool anyReserved)
    {
        if (full is null || !anyReserved)
        {
            return new() { [Roles.Any] = allocated };
        }

        var used = new Dictionary<string, ResourceVector>(StringComparer.Ordinal);
        foreach (var resource in full.Present().Where(r => r.Revocable is null && r.Shared is null))
        {
            var value = resource.Scalar?.Value;
            used[resource.ReservedFor] = used.GetValueOrDefault(resource.ReservedFor) + resource.Name switch
            {
                "cpus" => Scalars.ToVector(value, null, null, null),
                "mem" => Scalars.ToVector(null, value, null, null),
                "disk" => Scalars.ToVector(null, null, value, null),
                "gpus" => Scalars.ToVector(null, null, null, value),
                _ => default,
            };
        }

        return used;
    }
}
