namespace Capacity.Core.Planning.Forecasting.ShortHistory;

/// <summary>A first guess of growth, for what goes with it: on a line, the week of a cluster twice as large is twice as high; and growth may slow down or quicken.</summary>
/// <param name="Slope">The growth of a day, in parts of the level.</param>
/// <param name="Middle">The day on which the level was that.</param>
/// <param name="BendVariance">The variance of how much growth changes in a day, in parts of that of the noise.</param>
internal sealed record GrowthGuess(double Slope, double Middle, double BendVariance)
{
    /// <summary>How many days growth takes to slow down, where it does.</summary>
    private const double SlowingDays = 500;

    private const double LeastLevel = 0.2;

    /// <summary>The least noise that is thought of, a share of the level.</summary>
    private const double LeastNoise = 1e-3;

    /// <summary>Gets the guess that there is none.</summary>
    public static GrowthGuess None { get; } = new(0, 0, 0);

    /// <summary>Guesses by what fits best.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="isOfShares">Whether it was of logarithms: there a week stays as it is.</param>
    public static GrowthGuess Of(GrowthFit fit, bool isOfShares)
    {
        var noise = Math.Max(LeastNoise, Math.Sqrt(fit.Rest / Math.Max(1, fit.Count - 2)));
        // What is said of growth is doubted by its standard error: noise does not bend.
        var sure = Math.Sign(fit.Slope) * Math.Max(0, Math.Abs(fit.Slope) - (noise / Math.Sqrt(fit.Information)));
        var bend = Math.Abs(sure) / SlowingDays;
        return new(isOfShares ? 0 : sure, fit.Middle, bend * bend / (noise * noise));
    }

    /// <summary>How high the level is on a day, 1 in the middle.</summary>
    public double Level(int day) => Math.Max(LeastLevel, 1 + (Slope * (day - Middle)));

    /// <summary>How much it is on a day if growth changes by 1 each day.</summary>
    public double Bend(int day) => (day - Middle) * (day - Middle) / 2;
}
