namespace Capacity.Core.Planning.Forecasting.ShortHistory;

/// <summary>What is believed of growth and noise before a series was seen, as shares of its level: some clusters hardly grow, some by a third a month.</summary>
/// <param name="Mean">The growth of a day in the middle.</param>
/// <param name="Spread">Its standard deviation.</param>
/// <param name="Probability">The part of all clusters.</param>
internal sealed record GrowthBelief(double Mean, double Spread, double Probability)
{
    private const double UsualNoise = 0.015;
    private const double NoiseSpread = 1;

    /// <summary>Gets the kinds of growth.</summary>
    public static IReadOnlyList<GrowthBelief> All { get; } = [new(0.0002, 0.0005, 0.4), new(0.002, 0.003, 0.32), new(0.006, 0.012, 0.28)];

    /// <summary>Gets the sizes of noise that are thought of, and the logarithm of how likely each is.</summary>
    public static IReadOnlyList<(double Size, double LogProbability)> Noises { get; } =
        [.. Enumerable.Range(0, 16).Select(i => 0.0005 * Math.Pow(1.6, i)).Select(s => (s, -0.5 * Math.Pow(Math.Log(s / UsualNoise) / NoiseSpread, 2)))];
}
