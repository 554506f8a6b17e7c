using Capacity.Core.Units;

namespace Capacity.Core.RightSizing.Policies;

/// <summary>What resources cost. Prices that cover the bill of all machines make every sum of savings at most the bill.</summary>
/// <param name="CoreHour">Money for a core for an hour, 0 or more.</param>
/// <param name="GibibyteHour">Money for a GiB of memory for an hour, 0 or more.</param>
public sealed record Prices(double CoreHour, double GibibyteHour)
{
    /// <summary>Costs of no currency, in the proportion that clouds ask: a core as much as eight GiB.</summary>
    public static Prices Relative { get; } = new(1, 0.125);

    /// <summary>Prices an amount for an hour.</summary>
    public double PerHour(CpuCores cpus, MemorySize memory) => PerHour(cpus.Cores, memory.Bytes);

    /// <summary>Prices an amount for an hour.</summary>
    /// <param name="cores">Cores.</param>
    /// <param name="bytes">Bytes.</param>
    public double PerHour(double cores, double bytes) => (cores * CoreHour) + (bytes / (1L << 30) * GibibyteHour);
}
