namespace Capacity.Core.Planning.Forecasting.Keeping;

/// <summary>A forecast as it was made, kept so that it can be judged by what came.</summary>
/// <param name="Series">What it is of, such as <c>cpus/zone-a</c>.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Start">The time of its first step.</param>
/// <param name="Step">The time from step to step, more than zero.</param>
/// <param name="P10">What is not exceeded with a probability of one in ten, by step.</param>
/// <param name="P50">What is exceeded as likely as not, by step.</param>
/// <param name="P90">What is not exceeded with a probability of nine in ten, by step.</param>
public sealed record KeptForecast(
    string Series, DateTimeOffset MadeAt, DateTimeOffset Start, TimeSpan Step, IReadOnlyList<double> P10, IReadOnlyList<double> P50, IReadOnlyList<double> P90);
