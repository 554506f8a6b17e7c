namespace Capacity.Benchmarks.Forecasting;

/// <summary>Daily demand of a simulated cluster whose growth is known: a line or a share a month, a weekly season, noise with memory, and what happens to clusters.</summary>
internal sealed class GrowingDemand
{
    private readonly double[] values;

    private GrowingDemand(double[] values, double[] expected) => (this.values, Expected) = (values, expected);

    public IReadOnlyList<double> Values => values;

    /// <summary>Gets the growth as one could know it on the last day on which something happens: without noise, on the busiest day of a week.</summary>
    public IReadOnlyList<double> Expected { get; }

    /// <summary>Makes a demand.</summary>
    /// <param name="seed">What it is made of.</param>
    /// <param name="days">How many days.</param>
    /// <param name="eventsUntil">The day after which nothing happens any more but growth.</param>
    /// <param name="monthly">The growth in the first 30 days, a share of the start; <see langword="null"/> for 1.5 to 7.5 %.</param>
    public static GrowingDemand Make(int seed, int days, int eventsUntil, double? monthly = null)
    {
        var random = new Random(seed);
        var start = 500 + (random.NextDouble() * 1500);
        var usual = 0.0005 + (random.NextDouble() * 0.002);
        var growth = start * (monthly / 30 ?? usual);
        var isShare = random.Next(3) == 0;
        var isSlowing = !isShare && random.Next(3) == 0;
        double[] week = [.. Enumerable.Range(0, 7).Select(d => d < 5 ? 1 + (random.NextDouble() * 0.03) : 0.8 + (random.NextDouble() * 0.15))];
        var noise = start * (0.005 + (random.NextDouble() * 0.02));
        var memory = random.NextDouble() * 0.8;
        var wander = start * random.NextDouble() * 0.004;
        var (values, expected) = (new double[days], new double[days]);
        var (error, walk, known, shift) = (0.0, 0.0, 0.0, 0.0);
        for (var day = 0; day < days; day++)
        {
            var grown = isShare ? start * Math.Exp(growth / start * day) : isSlowing ? start + (growth * 300 * (1 - Math.Exp(-day / 300.0))) : start + (growth * day);
            error = (memory * error) + (noise * Gauss(random));
            walk += wander * Gauss(random);
            // What it has wandered to is known; where it goes on to is not.
            known = day < eventsUntil ? walk : known;
            var happens = day < eventsUntil ? random.NextDouble() : 1;
            shift += happens < 0.004 ? start * 0.15 * (random.NextDouble() - 0.5) : 0;
            var spike = happens > 0.992 && happens < 1 ? start * 0.4 * random.NextDouble() : 0;
            values[day] = happens > 0.004 && happens < 0.012 ? double.NaN : Math.Max(0, ((grown + walk + shift) * week[day % 7]) + error + spike);
            expected[day] = (grown + known + shift) * week.Max();
        }

        return new(values, expected);
    }

    private static double Gauss(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
