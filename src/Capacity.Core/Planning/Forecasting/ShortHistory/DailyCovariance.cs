namespace Capacity.Core.Planning.Forecasting.ShortHistory;

/// <summary>What days of a series have in common beside their growth, in parts of the variance of the noise: a level that wanders, a week, noise with memory, and shifts of the level.</summary>
/// <param name="texture">How the noise hangs together.</param>
/// <param name="season">The season in steps; 1 for none.</param>
/// <param name="shifts">The days from which on the level is another.</param>
/// <param name="growth">What is thought of the growth, for a week grows with the level and growth itself may change.</param>
internal sealed class DailyCovariance(NoiseTexture texture, int season, IReadOnlyList<int> shifts, GrowthGuess growth)
{
    private const double LevelVariance = 1e4;
    private const double SeasonVariance = 100;
    /// <summary>The variance of what happens once.</summary>
    public const double ShiftVariance = 100;

    /// <summary>The part of noise that is of a day alone.</summary>
    private const double OwnVariance = 0.05;

    private readonly List<double> noise = [1 + OwnVariance];

    /// <summary>Works out the covariance of two days.</summary>
    public double Of(int one, int other)
    {
        var sum = LevelVariance + (texture.Wander * texture.Wander * (1 + Math.Min(one, other))) + Noise(Math.Abs(one - other));
        sum += season > 1 && one % season == other % season ? SeasonVariance * growth.Level(one) * growth.Level(other) : 0;
        sum += growth.BendVariance * growth.Bend(one) * growth.Bend(other);
        foreach (var shift in shifts)
        {
            sum += one >= shift && other >= shift ? ShiftVariance : 0;
        }

        return sum;
    }

    private double Noise(int apart)
    {
        while (noise.Count <= apart)
        {
            noise.Add(Math.Pow(texture.Memory, noise.Count));
        }

        return noise[apart];
    }
}
