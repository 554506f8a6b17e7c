namespace Capacity.Core.RightSizing.Anchors;

/// <summary>The buckets of the Kubernetes VPA recommender: 176 of them, each 5 % wider than the one before.</summary>
/// <remarks>kubernetes/autoscaler, <c>recommender/util/histogram_options.go</c>: bucket n starts at <c>first·(1.05^n - 1) / 0.05</c>.</remarks>
/// <param name="first">The width of the first bucket: 0.01 cores or 10^7 bytes.</param>
internal sealed class VpaBuckets(double first)
{
    public const int Count = 176;
    private const double Ratio = 1.05;

    public static VpaBuckets Cpu { get; } = new(0.01);

    public static VpaBuckets Memory { get; } = new(1e7);

    public int IndexOf(double value) => value < first ? 0 : Math.Min(Count - 1, (int)Math.Floor(Math.Log((value * (Ratio - 1) / first) + 1) / Math.Log(Ratio)));

    public double StartOf(int index) => first * (Math.Pow(Ratio, index) - 1) / (Ratio - 1);

    /// <summary>Gives the end of the bucket in which the weights reach a share of their sum; <see langword="null"/> without weights.</summary>
    public double? Percentile(double ratio, double[] weights)
    {
        var total = weights.Sum();
        if (total <= 0)
        {
            return null;
        }

        double seen = 0;
        var index = -1;
        do
        {
            seen += weights[++index];
        }
        while (index < Count - 1 && (seen < ratio * total || seen == 0));
        return StartOf(index < Count - 1 ? index + 1 : index);
    }
}
