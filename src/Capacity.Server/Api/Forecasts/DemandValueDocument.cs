namespace Capacity.Server.Api.Forecasts;

/// <summary>What was demanded in one step.</summary>
/// <param name="At">When the step begins.</param>
/// <param name="Value">The demand in cores, bytes or GPUs; null for a gap.</param>
public sealed record DemandValueDocument(DateTimeOffset At, double? Value);
