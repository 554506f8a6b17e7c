namespace Capacity.Core.RightSizing.Risk;

/// <summary>How much risk sizes may carry in the week to come: the one dial between saving and safety.</summary>
/// <param name="CpuExceedRatio">The mean share of the known time in which instances wanted more CPU than is advised, 0 to 1. A week to come has several times as much.</param>
/// <param name="MostCpuExceedRatio">The highest such share of any one app.</param>
/// <param name="MemoryBreachRatio">The mean share of instances that need more memory than requested at least once in a week, 0 to 1.</param>
/// <param name="MostMemoryBreachRatio">The highest such probability of any one app.</param>
public sealed record RiskTargets(double CpuExceedRatio, double MostCpuExceedRatio, double MemoryBreachRatio, double MostMemoryBreachRatio)
{
    /// <summary>The dial that is turned further asks for more than sizes above the highest moment can save.</summary>
    private const double BoldestAbovePeak = 4;

    /// <summary>The standard.</summary>
    public static RiskTargets Default { get; } = new(0.003, 0.03, 0.03, 0.25);

    /// <summary>Gets whether sizes may lie below the highest memory seen: then the last week counts for more than those before.</summary>
    public bool MemoryMayBeBelowPeak { get; init; }

    /// <summary>Turns the dial: more saving and more risk, or less of both. The highest risk of any one app is not made lower, for a lower mean sees to it where that costs least.</summary>
    /// <param name="factor">What each share of risk is multiplied with; none becomes more than a half. Above 4, memory may lie below its peak.</param>
    public RiskTargets Times(double factor) => new(
        Math.Min(0.5, CpuExceedRatio * factor),
        Math.Min(0.5, MostCpuExceedRatio * Math.Max(1, factor)),
        Math.Min(0.5, MemoryBreachRatio * factor),
        Math.Min(0.5, MostMemoryBreachRatio * Math.Max(1, factor)))
    {
        MemoryMayBeBelowPeak = MemoryMayBeBelowPeak || factor > BoldestAbovePeak,
    };
}
