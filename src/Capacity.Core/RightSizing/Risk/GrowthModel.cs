using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Core.RightSizing.Risk;

/// <summary>How far the memory of an app may rise in the week to come above the highest of the weeks known, learnt from all apps together.</summary>
/// <remarks>
/// Apps are sorted into classes of equal size by <see cref="GrowthSample.Spread"/>; within a class all are taken to rise alike. Were weeks exchangeable, the
/// next after k would be the highest with probability 1/(k+1): that makes samples with fewer weeks speak for more of them, and it is what is
/// assumed, as <see cref="PriorSamples"/> samples, of what is not known yet. Then a small or young cluster gets careful advice instead of none.
/// </remarks>
public sealed class GrowthModel
{
    /// <summary>The largest growth that is ever provided for: beyond it is no rise but another app.</summary>
    public const double Most = 1.5;

    /// <summary>The mean logarithm of growth where there is any, before anything is learnt: as in the Bitbrains traces, but less for apps that hardly move.</summary>
    private const double PriorGrowth = 0.17;
    private const double PriorGrowthOfEven = 0.03;
    private const double PriorGrowthBySpread = 2;
    private const double PriorSamples = 12;
    private const int Classes = 5;
    private const int SamplesPerClass = 40;

    private static readonly int Steps = LogBuckets.Steps(Math.Log(Most)) + 2;

    private readonly double[] bounds;
    private readonly (double Samples, double[] Above)[] classes;

    private GrowthModel(double[] bounds, (double Samples, double[] Above)[] classes) => (this.bounds, this.classes) = (bounds, classes);

    /// <summary>Learns from what apps did.</summary>
    public static GrowthModel Learn(IReadOnlyCollection<GrowthSample> seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var sorted = seen.OrderBy(s => s.Spread).ThenBy(s => s.Growth).ToArray();
        var count = Math.Clamp(sorted.Length / SamplesPerClass, 1, Classes);
        var parts = Enumerable.Range(0, count).Select(c => sorted[(sorted.Length * c / count)..(sorted.Length * (c + 1) / count)]).ToArray();
        return new([.. parts.Skip(1).Select(p => p[0].Spread)], [.. parts.Select(Count)]);
    }

    /// <summary>Adds the probability of a rise by more than 0, 1, 2, … buckets of <see cref="LogBuckets"/>.</summary>
    /// <param name="risk">Where to add to.</param>
    /// <param name="spread">How uneven the days of the app were.</param>
    /// <param name="weeks">How many weeks of it are known, 1 or more.</param>
    internal void AddTo(float[] risk, double spread, int weeks)
    {
        var c = 0;
        while (c < bounds.Length && spread >= bounds[c])
        {
            c++;
        }

        var (samples, above) = classes[c];
        var prior = Math.Min(PriorGrowth, PriorGrowthOfEven + (PriorGrowthBySpread * spread));
        for (var i = 0; i < risk.Length; i++)
        {
            var expected = Math.Exp(-i * Math.Log(LogBuckets.Growth) / prior);
            risk[i] += (float)(((PriorSamples * expected) + above[Math.Min(i, Steps - 1)]) / ((PriorSamples + samples) * (weeks + 1)));
        }
    }

    /// <summary>Counts rises, each as often as its probability was small: 1 on the average where weeks are exchangeable.</summary>
    private static (double Samples, double[] Above) Count(GrowthSample[] samples)
    {
        var above = new double[Steps];
        foreach (var sample in samples)
        {
            for (var i = 0; i < Steps && sample.Growth > i * Math.Log(LogBuckets.Growth); i++)
            {
                above[i] += sample.Weeks + 1;
            }
        }

        return (samples.Length, above);
    }
}
