using Capacity.Core.RightSizing.Advice;
using Capacity.Core.RightSizing.Tracking;

namespace Capacity.Server.RightSizing;

/// <summary>Advice for an app, and what its owner says to it.</summary>
/// <param name="Advice">The advice.</param>
/// <param name="Since">Since when it says the same.</param>
/// <param name="Decision">The owner's last word; <see langword="null"/> where there was none.</param>
/// <param name="InMarathon">Whether a Marathon defines it, and can be told.</param>
public sealed record AdvisedApp(Recommendation Advice, DateTimeOffset Since, OwnerDecision? Decision, bool InMarathon)
{
    /// <summary>Gets what is saved an hour since an owner accepted advice and changed the app; <see langword="null"/> where nothing was changed.</summary>
    public double? RealisedPerHour => Decision is { Kind: DecisionKind.Accepted } d && Shape.Now(Advice.App) != d.Current ? d.CostPerHour - Advice.CostPerHour : null;

    /// <summary>Gets what is saved an hour by what may be counted on: nothing where the app isn't over-provisioned.</summary>
    public double SavingPerHour => Advice.IsOverProvisioned ? Math.Max(0, Advice.SavingPerHour) : 0;
}
