using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Core.RightSizing.Risk;

/// <summary>How far levels rise from the weeks known to the week to come, learnt from all apps together: the distribution of growth per class of unevenness.</summary>
/// <remarks>
/// Apps are sorted into classes of equal size by <see cref="GrowthSample.Spread"/>. Within a class, growth divided by (spread + <see cref="Floor"/>)
/// is taken to have the same distribution for all: a level that swings twice as far may rise twice as far. A few made-up
/// samples stand for what is not known yet, so that a small cluster gets careful advice instead of none.
/// </remarks>
public sealed class GrowthModel
{
    /// <summary>The spread that even the most even level is taken to have.</summary>
    public const double Floor = 0.03;

    private const int Classes = 5;
    private const int SamplesPerClass = 40;
    private const double PriorWeight = 8;

    /// <summary>What is kept of a class: its distribution in so many steps.</summary>
    private const int Steps = 64;

    private readonly double[] bounds;
    private readonly (double Scaled, double Weight)[][] samples;

    private GrowthModel(double[] bounds, (double Scaled, double Weight)[][] samples) => (this.bounds, this.samples) = (bounds, samples);

    /// <summary>Learns from what apps did.</summary>
    public static GrowthModel Learn(IReadOnlyCollection<GrowthSample> seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var sorted = seen.OrderBy(s => s.Spread).ThenBy(s => s.Growth).ToArray();
        var classes = Math.Clamp(sorted.Length / SamplesPerClass, 1, Classes);
        var bounds = new double[classes - 1];
        var samples = new (double, double)[classes][];
        for (var c = 0; c < classes; c++)
        {
            var (from, to) = (sorted.Length * c / classes, sorted.Length * (c + 1) / classes);
            if (c > 0)
            {
                bounds[c - 1] = sorted[from].Spread;
            }

            samples[c] = [.. sorted[from..to].Select(s => (s.Growth / (s.Spread + Floor), s.Weight)), .. Prior()];
            Array.Sort(samples[c]);
            samples[c] = Thin(samples[c]);
        }

        return new(bounds, samples);
    }

    /// <summary>Gives the growth that an app with such a spread may see, as shifts by buckets of <see cref="LogBuckets"/> with weights that sum to 1.</summary>
    public IReadOnlyList<(int Shift, double Weight)> Shifts(double spread)
    {
        var c = 0;
        while (c < bounds.Length && spread >= bounds[c])
        {
            c++;
        }

        var shifts = new List<(int Shift, double Weight)>(samples[c].Length);
        var total = samples[c].Sum(s => s.Weight);
        foreach (var (scaled, weight) in samples[c])
        {
            var shift = LogBuckets.Steps(scaled * (spread + Floor));
            if (shifts.Count > 0 && shifts[^1].Shift == shift)
            {
                shifts[^1] = (shift, shifts[^1].Weight + (weight / total));
            }
            else
            {
                shifts.Add((shift, weight / total));
            }
        }

        return shifts;
    }

    private static (double Scaled, double Weight)[] Thin((double Scaled, double Weight)[] sorted)
    {
        var step = sorted.Sum(s => s.Weight) / Steps;
        var kept = new List<(double Scaled, double Weight)>();
        var (sum, weight) = (0.0, 0.0);
        foreach (var sample in sorted)
        {
            (sum, weight) = (sum + (sample.Scaled * sample.Weight), weight + sample.Weight);
            if (weight >= step)
            {
                kept.Add((sum / weight, weight));
                (sum, weight) = (0, 0);
            }
        }

        if (weight > 0)
        {
            kept.Add((sum / weight, weight));
        }

        return [.. kept];
    }

    /// <summary>Exchangeable weeks: with three known, the fourth is the highest with probability 1/4, and then higher by an exponential amount of one spread.</summary>
    private static IEnumerable<(double Scaled, double Weight)> Prior()
    {
        const int Parts = 8;
        yield return (0, PriorWeight * 0.75);
        for (var i = 0; i < Parts; i++)
        {
            yield return (-Math.Log(1 - ((i + 0.5) / Parts)), PriorWeight * 0.25 / Parts);
        }
    }
}
