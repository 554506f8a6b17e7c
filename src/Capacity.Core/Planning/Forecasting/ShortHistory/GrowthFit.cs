using Capacity.Core.Planning.Forecasting.Models;

namespace Capacity.Core.Planning.Forecasting.ShortHistory;

/// <summary>What a series says of its growth, if its noise has a texture: a linear regression with correlated errors (Aitken, 1936).</summary>
internal sealed class GrowthFit
{
    /// <summary>No noise is smaller than this, squared.</summary>
    private const double LeastRest = 1e-9;

    private readonly DailyCovariance covariance;
    private readonly Triangle triangle;
    private readonly IReadOnlyList<int> days;
    private readonly double[] values;
    private readonly double[] line;

    /// <param name="texture">How the noise hangs together.</param>
    /// <param name="season">The season in steps; 1 for none.</param>
    /// <param name="days">The days that were measured.</param>
    /// <param name="measured">Their values, 0 in the middle.</param>
    /// <param name="shifts">The days from which on the level is another.</param>
    /// <param name="growth">What is thought of its growth.</param>
    public GrowthFit(NoiseTexture texture, int season, IReadOnlyList<int> days, double[] measured, IReadOnlyList<int> shifts, GrowthGuess growth)
    {
        this.days = days;
        Texture = texture;
        covariance = new(texture, season, shifts, growth);
        triangle = Triangle.Of(days.Count, (i, j) => covariance.Of(days[i], days[j]));
        values = triangle.Whiten(measured);
        line = triangle.Whiten([.. days.Select(d => (double)(d - days[^1]))]);
        Information = DotProduct.Of(line, line);
        Slope = DotProduct.Of(line, values) / Information;
        Rest = DotProduct.Of(values, values) - (Slope * Slope * Information);
    }

    /// <summary>Gets how the noise hangs together.</summary>
    public NoiseTexture Texture { get; }

    /// <summary>Gets how many days were measured.</summary>
    public int Count => days.Count;

    /// <summary>Gets the growth of a day that fits best.</summary>
    public double Slope { get; }

    /// <summary>Gets the day in the middle.</summary>
    public double Middle => (days[0] + days[^1]) / 2.0;

    /// <summary>Gets how much is known of it: the variance of the noise by that of the growth.</summary>
    public double Information { get; }

    /// <summary>Gets the sum of the squares that growth does not explain.</summary>
    public double Rest { get; }

    /// <summary>Gets the logarithm of what all sizes of noise have in common in the likelihood.</summary>
    public double LogCommon => -0.5 * (triangle.LogDeterminant + Math.Log(Information));

    /// <summary>Gets how likely the series is, as a logarithm, whatever its growth and noise.</summary>
    public double LogEvidence => Evidence(Rest);

    /// <summary>Works out how likely the series is where something happened too, whose size is not known.</summary>
    /// <param name="course">What that did to the days that were measured.</param>
    public double LogEvidenceWith(ReadOnlySpan<double> course)
    {
        var white = triangle.Whiten(course);
        var along = DotProduct.Of(white, line) / Information;
        var (size, common) = (0.0, 0.0);
        for (var i = 0; i < white.Length; i++)
        {
            var own = white[i] - (along * line[i]);
            size += own * own;
            common += own * values[i];
        }

        return Evidence(Rest - (common * common / (size + (1 / DailyCovariance.ShiftVariance)))) - (0.5 * Math.Log(1 + (DailyCovariance.ShiftVariance * size)));
    }

    /// <summary>Says what comes on a day: its mean without growth, what the growth of a day adds to it, and its variance in parts of that of the noise.</summary>
    public (double Mean, double Reach, double Variance) Predict(int day)
    {
        var common = triangle.Whiten([.. days.Select(d => covariance.Of(d, day))]);
        return (DotProduct.Of(common, values), day - days[^1] - DotProduct.Of(common, line), covariance.Of(day, day) - DotProduct.Of(common, common));
    }

    private double Evidence(double rest) => LogCommon - (0.5 * days.Count * Math.Log(Math.Max(LeastRest, rest)));
}
