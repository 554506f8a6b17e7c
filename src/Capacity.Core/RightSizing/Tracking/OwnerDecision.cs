using Capacity.Core.Cluster;

namespace Capacity.Core.RightSizing.Tracking;

/// <summary>What an owner said to advice, and what it was about.</summary>
/// <param name="App">The app.</param>
/// <param name="At">When it was said.</param>
/// <param name="Kind">What was said.</param>
/// <param name="Reason">Why, in the owner's words.</param>
/// <param name="Until">When the advice is shown again; <see langword="null"/> where it was not snoozed.</param>
/// <param name="Current">What the app had then.</param>
/// <param name="Advised">What it should have had.</param>
/// <param name="CostPerHour">What it cost an hour then.</param>
/// <param name="SavingPerHour">What was promised, an hour.</param>
public sealed record OwnerDecision(
    AppKey App, DateTimeOffset At, DecisionKind Kind, string Reason, DateTimeOffset? Until, Shape Current, Shape? Advised, double CostPerHour, double SavingPerHour)
{
    /// <summary>Says whether it still stands: a snooze ends by itself.</summary>
    public bool Stands(DateTimeOffset now) => Kind != DecisionKind.Snoozed || Until is not { } until || now < until;

    /// <summary>Says whether its owner does not want to be asked about it now.</summary>
    public bool Hides(DateTimeOffset now) => Kind != DecisionKind.Accepted && Stands(now);
}
