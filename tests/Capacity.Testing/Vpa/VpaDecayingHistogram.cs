namespace Capacity.Testing.Vpa;

/// <summary>A histogram whose samples lose half of their weight in every half-life: newer ones are given more instead.</summary>
/// <param name="scale">The buckets.</param>
/// <param name="halfLife">The half-life.</param>
public sealed class VpaDecayingHistogram(VpaBucketScale scale, TimeSpan halfLife)
{
    private const double MostHalfLives = 100;

    // Times are counted from the year 1, as the VPA recommender's rounding does.
    private DateTimeOffset reference = DateTimeOffset.MinValue;

    /// <summary>Gets the weights, relative to the reference time.</summary>
    public VpaHistogram Histogram { get; } = new(scale);

    /// <summary>Adds a sample.</summary>
    public void Add(double value, double weight, DateTimeOffset at) => Histogram.Add(value, weight * Factor(at));

    /// <summary>Takes a sample away.</summary>
    public void Subtract(double value, double weight, DateTimeOffset at) => Histogram.Subtract(value, weight * Factor(at));

    /// <inheritdoc cref="VpaHistogram.Percentile"/>
    public double Percentile(double ratio) => Histogram.Percentile(ratio);

    /// <summary>Adds all of another with the same half-life.</summary>
    public void Merge(VpaDecayingHistogram other)
    {
        if (reference < other.reference)
        {
            Shift(other.reference);
        }
        else
        {
            other.Shift(reference);
        }

        Histogram.Merge(other.Histogram);
    }

    private double Factor(DateTimeOffset at)
    {
        if (at > reference + (halfLife * MostHalfLives))
        {
            Shift(Rounded(at));
        }

        return Math.Pow(2, (at - reference) / halfLife);
    }

    private void Shift(DateTimeOffset to)
    {
        to = Rounded(to);
        Histogram.Multiply(Math.Pow(2, Math.Round((reference - to) / halfLife)));
        reference = to;
    }

    private DateTimeOffset Rounded(DateTimeOffset at)
    {
        var halfLives = at.UtcTicks / halfLife.Ticks;
        var rest = at.UtcTicks % halfLife.Ticks;
        return new((halfLives + (rest * 2 >= halfLife.Ticks ? 1 : 0)) * halfLife.Ticks, TimeSpan.Zero);
    }
}
