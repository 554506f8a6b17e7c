using System.Globalization;

namespace Capacity.Core.Units;

/// <summary>A non-negative amount of CPU, held as whole billionths of a core.</summary>
/// <remarks>
/// Mesos hands out CPU in thousandths of a core, the kernel counts it in CPU-seconds; a billionth holds both, and whole
/// numbers make sums exact whatever their order.
/// </remarks>
public readonly record struct CpuCores : IComparable<CpuCores>
{
    private const double NanoPerCore = 1e9;

    private CpuCores(long nanoCores) => NanoCores = nanoCores;

    /// <summary>No CPU.</summary>
    public static CpuCores Zero => default;

    /// <summary>Gets the amount in billionths of a core; never negative.</summary>
    public long NanoCores { get; }

    /// <summary>Gets the amount in cores.</summary>
    public double Cores => NanoCores / NanoPerCore;

    /// <summary>Converts from cores, rounding to the nearest billionth.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cores"/> is negative, not finite, or over nine billion.</exception>
    public static CpuCores FromCores(double cores)
    {
        var nano = Math.Round(cores * NanoPerCore);
        return nano is >= 0 and < 9e18
            ? new((long)nano)
            : throw new ArgumentOutOfRangeException(nameof(cores), cores, "Expected 0 <= cores < 9e9.");
    }

    /// <summary>Adds two amounts.</summary>
    public static CpuCores operator +(CpuCores left, CpuCores right) => new(left.NanoCores + right.NanoCores);

    /// <summary>Says whether <paramref name="left"/> is less than <paramref name="right"/>.</summary>
    public static bool operator <(CpuCores left, CpuCores right) => left.NanoCores < right.NanoCores;

    /// <summary>Says whether <paramref name="left"/> is more than <paramref name="right"/>.</summary>
    public static bool operator >(CpuCores left, CpuCores right) => left.NanoCores > right.NanoCores;

    /// <summary>Says whether <paramref name="left"/> is at most <paramref name="right"/>.</summary>
    public static bool operator <=(CpuCores left, CpuCores right) => left.NanoCores <= right.NanoCores;

    /// <summary>Says whether <paramref name="left"/> is at least <paramref name="right"/>.</summary>
    public static bool operator >=(CpuCores left, CpuCores right) => left.NanoCores >= right.NanoCores;

    /// <summary>What is left of this after <paramref name="other"/> is taken away; zero where that is more than this.</summary>
    public CpuCores LessOrZero(CpuCores other) => new(Math.Max(0, NanoCores - other.NanoCores));

    /// <inheritdoc/>
    public int CompareTo(CpuCores other) => NanoCores.CompareTo(other.NanoCores);

    /// <summary>Writes the cores with up to three decimals, for people.</summary>
    public override string ToString() => Cores.ToString("0.###", CultureInfo.InvariantCulture);
}
