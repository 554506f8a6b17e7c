using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Core.Packing;

/// <summary>The largest task that a role can still place: by CPU, and by memory.</summary>
/// <param name="Role">The role; <c>*</c> for what everybody may take.</param>
/// <param name="ByCpu">The agent with the most CPU, and the memory beside it; <see langword="null"/> where nothing fits.</param>
/// <param name="ByMemory">The agent with the most memory, and the CPU beside it; <see langword="null"/> where nothing fits.</param>
public sealed record LargestTask(string Role, Room? ByCpu, Room? ByMemory)
{
    /// <summary>What Mesos itself takes to be worth offering: its <c>MIN_CPUS</c> and <c>MIN_MEM</c>. Mesos offers either; a task needs both.</summary>
    public static readonly ResourceVector Smallest = new(CpuCores.FromCores(0.01), MemorySize.FromMebibytes(32));

    /// <summary>Finds the largest task of a role among agents that take new tasks.</summary>
    public static LargestTask Find(IEnumerable<Agent> agents, string role)
    {
        var rooms = agents
            .Where(a => a.TakesNewTasks && a.Resources is not null)
            .Select(a => new Room(a.Name, a.Resources!.FreeFor(role)))
            .Where(r => Smallest.FitsIn(r.Free))
            .ToList();
        return new(
            role,
            rooms.MaxBy(r => (r.Free.Cpus, r.Free.Memory)),
            rooms.MaxBy(r => (r.Free.Memory, r.Free.Cpus)));
    }
}
