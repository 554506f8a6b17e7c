namespace Capacity.Core.RightSizing.BackTesting;

/// <summary>How a rule did in the tests. Whatever there was no ground for is <see langword="null"/>.</summary>
/// <param name="Name">The rule.</param>
public sealed record RuleScore(string Name)
{
    /// <summary>Gets the CPU recommended by the CPU requested, over the time that both are known.</summary>
    public double? CpuRecommendedRatio { get; init; }

    /// <summary>Gets the share of samples with more CPU than recommended, 0 to 1.</summary>
    public double? CpuExceedRate { get; init; }

    /// <summary>Gets the share of instances in a test that were above more than 1 % of the time.</summary>
    public double? CpuInstancesOver1PercentRatio { get; init; }

    /// <summary>Gets the share of instances in a test that were above more than 5 % of the time.</summary>
    public double? CpuInstancesOver5PercentRatio { get; init; }

    /// <summary>Gets the share of the recommended CPU that was not used.</summary>
    public double? CpuSlackRatio { get; init; }

    /// <summary>Gets the memory recommended by the memory requested, over the time that both are known.</summary>
    public double? MemRecommendedRatio { get; init; }

    /// <summary>Gets the share of instances in a test that needed more memory than recommended at least once.</summary>
    public double? MemBreachInstanceRatio { get; init; }

    /// <summary>Gets the share of samples with more memory than recommended, 0 to 1.</summary>
    public double? MemExceedRate { get; init; }

    /// <summary>Gets the share of the recommended memory that was not used.</summary>
    public double? MemSlackRatio { get; init; }

    /// <summary>Gets the median relative change of a recommendation from one step to the next, CPU and memory together.</summary>
    public double? Stability { get; init; }
}
