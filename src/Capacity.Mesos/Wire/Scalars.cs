using Capacity.Core.Units;

namespace Capacity.Mesos.Wire;

/// <summary>
/// Turns the doubles of Mesos into units. What no machine can have counts as nothing; the bounds are such that the sum over any
/// cluster there is stays within what units can hold.
/// </summary>
internal static class Scalars
{
    private const double MaxCores = 1e5;
    private const double MaxMemoryMebibytes = 1L << 26;
    private const double MaxDiskMebibytes = 1L << 29;
    private static readonly double MaxEpochSeconds = (DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).TotalSeconds - 1;

    public static ResourceVector ToVector(double? cpus, double? mem, double? disk, double? gpus) => new(
        CpuCores.FromCores(Within(cpus, MaxCores)),
        MemorySize.FromMebibytes(Within(mem, MaxMemoryMebibytes)),
        MemorySize.FromMebibytes(Within(disk, MaxDiskMebibytes)),
        (long)Math.Round(Within(gpus, MaxCores)));

    /// <summary>Reads seconds since 1970; <see langword="null"/> for none, for 0 (Mesos's "never") and for what is no time.</summary>
    public static DateTimeOffset? ToTime(double? epochSeconds) => epochSeconds is double s && s > 0 && s < MaxEpochSeconds
        ? DateTimeOffset.UnixEpoch.AddTicks((long)Math.Round(s * TimeSpan.TicksPerSecond))
        : null;

    /// <summary>Reads what only counts up; <see langword="null"/> where it is no count.</summary>
    public static long? ToCount(double? value) => value is double v && v >= 0 && v < 9e18 ? (long)v : null;

    /// <summary>Reads a count of things; <see langword="null"/> where it is none, or more than anybody has.</summary>
    public static int? ToInt(double? value) => value is double v && v >= 0 && v <= int.MaxValue ? (int)v : null;

    /// <summary>Reads an amount of bytes of one container; <see langword="null"/> where it is none, or more than any host has.</summary>
    public static long? ToBytes(double? value) => value is double v && v >= 0 && v <= MaxDiskMebibytes * (1 << 20) ? (long)v : null;

    /// <summary>Reads a length of time; <see langword="null"/> where it is none.</summary>
    public static TimeSpan? ToSpan(double? seconds) => seconds is double s && s >= 0 && s < MaxEpochSeconds ? TimeSpan.FromSeconds(s) : null;

    /// <summary>Reads a figure that cannot be negative; <see langword="null"/> where it is.</summary>
    public static double? ToFigure(double? value) => value is double v && v >= 0 && double.IsFinite(v) ? v : null;

    private static double Within(double? value, double max) => value is double v && v >= 0 && v <= max ? v : 0;
}
