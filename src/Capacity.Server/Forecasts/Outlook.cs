using Capacity.Core.Planning.Forecasting.Limits;
using Capacity.Core.Planning.Forecasting.RunningOut;

namespace Capacity.Server.Forecasts;

/// <summary>What a forecast comes to: when it is full, by what, and what to do.</summary>
public sealed record Outlook
{
    /// <summary>Gets the forecast.</summary>
    public required ForecastEntry Entry { get; init; }

    /// <summary>Gets what there is; <see langword="null"/> where there is nothing of its own, or it was not measured yet.</summary>
    public CapacityLevels? Levels { get; init; }

    /// <summary>Gets when it is full if nothing that is planned happens, by what full means; none without a forecast or capacity.</summary>
    public IReadOnlyDictionary<CapacityKind, RunOut> RunOuts { get; init; } = new Dictionary<CapacityKind, RunOut>();

    /// <summary>Gets what the plan changes here.</summary>
    public IReadOnlyList<PlannedChange> Changes { get; init; } = [];

    /// <summary>Gets when it is full with the plan; none where the plan changes nothing here.</summary>
    public IReadOnlyDictionary<CapacityKind, RunOut> WithPlan { get; init; } = new Dictionary<CapacityKind, RunOut>();

    /// <summary>Gets the effective capacity with the plan at each step; none where the plan changes nothing here.</summary>
    public IReadOnlyList<double> PlannedRoom { get; init; } = [];

    /// <summary>Gets what to buy, the plan carried out; none where that was not asked for.</summary>
    public IReadOnlyList<PurchaseAdvice> Purchases { get; init; } = [];

    /// <summary>Gets when the effective capacity is gone, with the plan where there is one; <see langword="null"/> without a forecast or capacity.</summary>
    public RunOut? Expected => WithPlan.GetValueOrDefault(CapacityKind.Effective) ?? RunOuts.GetValueOrDefault(CapacityKind.Effective);

    /// <summary>Gives the begin of a step of the forecast.</summary>
    public DateTimeOffset? DateOf(int? step) => step is int s ? Entry.Past.End + (s * Core.Planning.Forecasting.History.DemandSteps.Length(Entry.Past.Step)) : null;
}
