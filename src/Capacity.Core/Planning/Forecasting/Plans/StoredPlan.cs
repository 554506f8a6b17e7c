namespace Capacity.Core.Planning.Forecasting.Plans;

/// <summary>A planned event that is kept.</summary>
/// <param name="Id">Its name for programs.</param>
/// <param name="Event">The event.</param>
public sealed record StoredPlan(Guid Id, PlannedEvent Event);
