using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Core.Tests;

/// <summary>Builds agents for tests.</summary>
internal static class Agents
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static Agent Named(
        string host, ResourceVector? total = null, ResourceVector allocated = default, AgentState state = AgentState.Active, params Reservation[] reservations) => new()
        {
            Name = new(host, 5051),
            Id = $"{host}-S1",
            Address = new(host, 5051),
            State = state,
            Resources = total is { } all ? Sized(all, allocated, reservations) : null,
            AsOf = Noon,
        };

    private static AgentResources Sized(ResourceVector total, ResourceVector allocated, Reservation[] reservations)
    {
        var reserved = reservations.Sum(r => r.Reserved);
        return new(total, allocated, default, total.LessOrZero(reserved), allocated.LessOrZero(reservations.Sum(r => r.Allocated)), reservations, default, default);
    }
}
