using Capacity.Core.Alerting;

namespace Capacity.Core.Checks;

/// <summary>One check: what it looks at, and how it decides unless it is told otherwise.</summary>
/// <param name="Name">Its name, which is the name of its alert.</param>
/// <param name="Summary">What its alert says, in a sentence without figures.</param>
/// <param name="Basis">What it looks at.</param>
/// <param name="Look">Looks; a pure function.</param>
public sealed record CheckRule(string Name, string Summary, CheckBasis Basis, Func<CheckScene, CheckLook> Look)
{
    /// <summary>Gets the labels that tell one subject from another; none for a check of the whole cluster.</summary>
    public IReadOnlyList<string> Identity { get; init; } = [];

    /// <summary>Gets what its values are, such as <c>ratio</c> or <c>seconds</c>.</summary>
    public string Unit { get; init; } = "count";

    /// <summary>Gets a value indicating whether something is wrong below the threshold, and not above it.</summary>
    public bool IsBelow { get; init; }

    /// <summary>Gets what kind of alert it is to the correlator.</summary>
    public AlertKind Kind { get; init; } = AlertKind.Condition;

    /// <summary>Gets how it decides unless it is told otherwise.</summary>
    public required CheckSettings Standard { get; init; }

    /// <summary>Gets what finds out why, once for each alert that fires, for it may take a while; <see langword="null"/> where the reading says all.</summary>
    public Func<CheckScene, CheckReading, string?>? Explain { get; init; }

    /// <summary>Whether a value is beyond a threshold; every value is where there is none.</summary>
    public bool IsBeyond(double value, double? threshold) => threshold is not { } limit || (IsBelow ? value < limit : value > limit);
}
