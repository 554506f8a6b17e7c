namespace Capacity.Server.Api.Forecasts;

/// <summary>What will be demanded in one step, in cores, bytes or GPUs.</summary>
/// <param name="At">When the step begins.</param>
/// <param name="P10">What is not exceeded with a probability of one in ten.</param>
/// <param name="P50">What is exceeded as likely as not.</param>
/// <param name="P90">What is not exceeded with a probability of nine in ten.</param>
public sealed record ForecastStepDocument(DateTimeOffset At, double P10, double P50, double P90);
