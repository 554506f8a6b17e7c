namespace Capacity.Core.Planning.Forecasting.History;

/// <summary>What was demanded, step by step.</summary>
/// <param name="Key">Which demand.</param>
/// <param name="Step">How long a step is.</param>
/// <param name="Start">When the first step begins.</param>
/// <param name="Values">One for each step, the earliest first; <see cref="double.NaN"/> where nothing was measured.</param>
public sealed record DemandPast(DemandKey Key, DemandStep Step, DateTimeOffset Start, IReadOnlyList<double> Values)
{
    /// <summary>Gets the time after the last step: when a forecast begins.</summary>
    public DateTimeOffset End => Start + (Values.Count * Step.Length());

    /// <summary>Gets how many steps were measured.</summary>
    public int Known => Values.Count(double.IsFinite);

    /// <summary>Gets the last value that was measured; <see langword="null"/> where none was.</summary>
    public double? Last => Values.LastOrDefault(double.IsFinite, double.NaN) is var last && double.IsFinite(last) ? last : null;

    /// <summary>Gives the measured values by the time of their step.</summary>
    public IReadOnlyDictionary<DateTimeOffset, double> ByTime() =>
        Values.Select((v, i) => (At: Start + (i * Step.Length()), Value: v)).Where(v => double.IsFinite(v.Value)).ToDictionary(v => v.At, v => v.Value);
}
