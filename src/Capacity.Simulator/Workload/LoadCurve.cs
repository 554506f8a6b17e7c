namespace Capacity.Simulator.Workload;

/// <summary>The CPU that an app wants over time: waves of a day, half a day, a week and of minutes, and a short burst every hour.</summary>
/// <remarks>All of it has a closed integral, so a counter can be read at any time without going through the time before it.</remarks>
internal sealed class LoadCurve
{
    private const double Day = 86400;
    private const double Quarter = 900;

    private readonly Wave[] waves;
    private readonly double mean;
    private readonly double burst;
    private readonly double burstAt;
    private readonly double burstSeconds;

    /// <param name="peak">The load of the busiest quarter of an hour of a week, in cores, but for a few per cent; bursts of seconds go above.</param>
    /// <param name="isBound">Whether <paramref name="peak"/> is never exceeded instead, as by a limit that the kernel enforces.</param>
    /// <param name="random">The app's numbers.</param>
    public LoadCurve(double peak, bool isBound, ref RandomStream random)
    {
        var busyHour = random.Between(9, 21);
        waves =
        [
            new(random.Between(0.2, 0.45), Day, (Math.PI / 2) - (2 * Math.PI * busyHour / 24)),
            new(random.Between(0, 0.12), Day / 2, random.Between(0, 2 * Math.PI)),

            // The first of 1970 was a Thursday; the week is busiest on Wednesdays and least so at week ends.
            new(random.Between(0.05, 0.2), 7 * Day, (Math.PI / 2) - (2 * Math.PI * 6 / 7)),
            new(random.Between(0.02, 0.08), random.Between(900, 2400), random.Between(0, 2 * Math.PI)),
            new(random.Between(0.02, 0.05), random.Between(200, 500), random.Between(0, 2 * Math.PI)),
        ];
        var burstRatio = random.Between(0, 0.3);
        burstSeconds = random.Between(60, 180);
        burstAt = random.Between(0, 3600 - burstSeconds);
        (mean, burst) = (1, burstRatio);
        mean = peak / (isBound ? 1 + waves.Sum(w => w.Amplitude) + burstRatio : BusiestQuarter());
        burst = burstRatio * mean;
    }

    /// <summary>Gets what is wanted at one moment, in cores; never negative.</summary>
    public double At(DateTimeOffset at)
    {
        var t = Seconds(at);
        var inHour = t % 3600;
        return (mean * (1 + waves.Sum(w => w.At(t)))) + (inHour >= burstAt && inHour < burstAt + burstSeconds ? burst : 0);
    }

    /// <summary>Gets what is wanted in a stretch of time, in CPU-seconds.</summary>
    public double Between(DateTimeOffset from, DateTimeOffset to) => Until(Seconds(to)) - Until(Seconds(from));

    /// <summary>The highest mean of a quarter of an hour in a week.</summary>
    private double BusiestQuarter()
    {
        var (busiest, before) = (0.0, Until(0));
        for (var quarter = 1; quarter <= 7 * 96; quarter++)
        {
            var until = Until(quarter * Quarter);
            busiest = Math.Max(busiest, (until - before) / Quarter);
            before = until;
        }

        return busiest;
    }

    private static double Seconds(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).TotalSeconds;

    private double Until(double t)
    {
        var waved = t;
        foreach (var wave in waves)
        {
            waved += wave.Until(t);
        }

        var hours = Math.Floor(t / 3600);
        var bursts = (hours * burstSeconds) + Math.Clamp(t - (hours * 3600) - burstAt, 0, burstSeconds);
        return (mean * waved) + (burst * bursts);
    }
}
