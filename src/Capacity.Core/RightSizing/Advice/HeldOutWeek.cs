namespace Capacity.Core.RightSizing.Advice;

/// <summary>What the same rule would have advised a week ago without knowing the week, and how that would have done in it.</summary>
/// <param name="From">The first day of the week.</param>
/// <param name="Cores">The CPU it would have advised, in cores.</param>
/// <param name="Bytes">The memory it would have advised, in bytes.</param>
/// <param name="CpuExceedRatio">The share of samples of all instances above it, 0 to 1.</param>
/// <param name="MemoryPeakBytes">The largest memory of any instance in the week, in bytes.</param>
/// <param name="MemoryBreached">Whether that was more than advised.</param>
/// <param name="SavingRatio">The share of the money for requests that it would have saved; negative where it asked for more.</param>
public sealed record HeldOutWeek(
    DateOnly From, double? Cores, double? Bytes, double? CpuExceedRatio, double? MemoryPeakBytes, bool? MemoryBreached, double? SavingRatio);
