using Capacity.Core.RightSizing.Risk;

namespace Capacity.Core.RightSizing.BackTesting;

/// <summary>Our rule with a setting of its dial.</summary>
/// <param name="Name">The name in reports.</param>
/// <param name="Targets">How much risk it takes.</param>
public sealed record OwnRule(string Name, RiskTargets Targets)
{
    /// <summary>The rule as it advises.</summary>
    public static OwnRule Standard { get; } = new("capacity", RiskTargets.Default);

    /// <summary>The rule with its dial turned from very careful to bold: what draws its frontier.</summary>
    public static IReadOnlyList<OwnRule> Frontier { get; } =
        [.. new[] { 0.125, 0.25, 0.5, 1, 2, 4, 8 }.Select(times => new OwnRule(FormattableString.Invariant($"capacity-x{times}"), RiskTargets.Default.Times(times)))];
}
