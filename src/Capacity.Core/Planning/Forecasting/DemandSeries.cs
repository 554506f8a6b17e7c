namespace Capacity.Core.Planning.Forecasting;

/// <summary>A demand over time, such as the CPU that a zone needs at its peak of each day.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Values">One value for each step, the earliest first; <see cref="double.NaN"/> where nothing was measured.</param>
public sealed record DemandSeries(string Name, IReadOnlyList<double> Values);
