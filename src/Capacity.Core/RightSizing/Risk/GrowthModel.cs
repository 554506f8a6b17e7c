using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Core.RightSizing.Risk;

/// <summary>How far the memory of an app may rise in the week to come above the highest of the weeks known. How often it rises is learnt from all apps together.</summary>
/// <remarks>
/// Apps are sorted into classes of equal size by <see cref="GrowthSample.Spread"/>; within a class all are taken to rise alike. Were weeks exchangeable, the
/// next after k would be the highest with probability 1/(k+1): that makes samples with fewer weeks speak for more of them, and it is what is
/// assumed, as <see cref="PriorSamples"/> samples, of what is not known yet. How far it rises then is not learnt: rises by half are rare, and a few weeks of some
/// hundred apps show too few of them to tell one class from another.
/// </remarks>
public sealed class GrowthModel
{
    /// <summary>The largest growth that is ever provided for: beyond it is no rise but another app.</summary>
    public const double Most = 8;

    /// <summary>Rises are of two kinds: within what the app does, and to something else. Each is exponential, with these mean logarithms.</summary>
    private const double OrdinaryGrowth = 0.05;
    private const double OtherGrowth = 1;
    private const double OtherRatio = 0.6;

    /// <summary>How often apps that never move are taken to rise, as a ratio of what exchangeable weeks would do; and how that grows with their spread.</summary>
    private const double PriorOfEven = 0.2;
    private const double PriorBySpread = 12;
    private const double PriorSamples = 12;
    private const int Classes = 5;
    private const int SamplesPerClass = 40;

    private static readonly float[] Above = [.. Enumerable.Range(0, LogBuckets.Steps(Math.Log(Most)) + 2).Select(i => (float)RatioAbove(i * Math.Log(LogBuckets.Growth)))];

    private readonly double[] bounds;
    private readonly (double Samples, double Rises, double[] Moves)[] classes;

    private GrowthModel(double[] bounds, (double Samples, double Rises, double[] Moves)[] classes) => (this.bounds, this.classes) = (bounds, classes);

    /// <summary>Learns from what apps did.</summary>
    public static GrowthModel Learn(IReadOnlyCollection<GrowthSample> seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var sorted = seen.OrderBy(s => s.Spread).ThenBy(s => s.Growth).ToArray();
        var count = Math.Clamp(sorted.Length / SamplesPerClass, 1, Classes);
        var parts = Enumerable.Range(0, count).Select(c => sorted[(sorted.Length * c / count)..(sorted.Length * (c + 1) / count)]).ToArray();
        return new([.. parts.Skip(1).Select(p => p[0].Spread)], [.. parts.Select(p => ((double)p.Length, Rises(p), p.Select(s => s.Move).OfType<double>().ToArray()))]);
    }

    /// <summary>Adds the probability of a rise by more than 0, 1, 2, … buckets of <see cref="LogBuckets"/>.</summary>
    /// <param name="risk">Where to add to.</param>
    /// <param name="spread">How uneven the days of the app were.</param>
    /// <param name="weeks">How many weeks of it are known, 1 or more.</param>
    internal void AddTo(float[] risk, double spread, int weeks)
    {
        var (samples, rises, _) = ClassOf(spread);
        var prior = Math.Min(1, PriorOfEven + (PriorBySpread * spread));
        var highest = (float)Math.Min(1, ((PriorSamples * prior) + rises) / ((PriorSamples + samples) * (weeks + 1)));
        for (var i = 0; i < risk.Length; i++)
        {
            risk[i] += highest * Above[Math.Min(i, Above.Length - 1)];
        }
    }

    /// <summary>Finds how often the next week's peak was more than so many times the last one's, as all apps of the class did; nothing is assumed beside it.</summary>
    /// <param name="ratio">The size over the last week's peak.</param>
    /// <param name="spread">How uneven the days of the app were.</param>
    /// <returns>A share that is 1 where no app tells.</returns>
    internal double RatioAboveLast(double ratio, double spread)
    {
        var moves = ClassOf(spread).Moves;
        var move = Math.Log(ratio);
        return (1.0 + moves.Count(m => m > move)) / (1 + moves.Length);
    }

    private (double Samples, double Rises, double[] Moves) ClassOf(double spread)
    {
        var c = 0;
        while (c < bounds.Length && spread >= bounds[c])
        {
            c++;
        }

        return classes[c];
    }

    /// <summary>Counts rises by more than a bucket, each as often as its probability was small: 1 a sample on the average where weeks are exchangeable.</summary>
    private static double Rises(GrowthSample[] samples) => samples.Where(s => s.Growth > Math.Log(LogBuckets.Growth)).Sum(s => s.Weeks + 1) / Above[1];

    private static double RatioAbove(double growth) => ((1 - OtherRatio) * Math.Exp(-growth / OrdinaryGrowth)) + (OtherRatio * Math.Exp(-growth / OtherGrowth));
}
