using Capacity.Core.Units;

namespace Capacity.Simulator.Synthetic;

/// <summary>A kind of machine.</summary>
/// <param name="Type">The value of the agent's attribute <c>type</c>.</param>
/// <param name="Total">What such a machine has.</param>
/// <param name="ReservedForProd">What of it is statically reserved for the role <c>prod</c>.</param>
/// <param name="CompletedExecutors">How many ended executors its agent remembers at most.</param>
internal sealed record AgentShape(string Type, ResourceVector Total, ResourceVector ReservedForProd, int CompletedExecutors)
{
    /// <summary>Gets the machines of a cluster in the order in which they repeat.</summary>
    public static IReadOnlyList<AgentShape> Cycle { get; } =
    [
        Of("general", 32, 131072, 400_000),
        Of("general", 32, 131072, 400_000),
        Of("bigmem", 32, 393216, 800_000),
        Of("general", 24.5, 98304, 300_000, completedExecutors: 40),
        Of("edge", 8, 32768, 100_000),
        Of("general", 32, 131072, 400_000),
        Of("reserved", 48, 196608, 400_000, reservedCpus: 24, reservedMem: 98304),
    ];

    private static AgentShape Of(
        string type, double cpus, double mem, double disk, double reservedCpus = 0, double reservedMem = 0, int completedExecutors = 12) => new(
        type,
        new(CpuCores.FromCores(cpus), MemorySize.FromMebibytes(mem), MemorySize.FromMebibytes(disk)),
        new(CpuCores.FromCores(reservedCpus), MemorySize.FromMebibytes(reservedMem)),
        completedExecutors);
}
