namespace Capacity.Core.RightSizing.Anchors;

/// <summary>Weights by bucket, held sparsely once a day is over.</summary>
internal sealed class DecayedWeights
{
    private readonly List<(ushort Index, double Weight)> sealedWeights = [];
    private double[]? open;

    public void Add(int index, double weight)
    {
        open ??= new double[Math.Max(Profiles.LogBuckets.Count, VpaBuckets.Count)];
        open[index] += weight;
    }

    /// <summary>Gives room back; more may still be added.</summary>
    public void Seal()
    {
        for (var i = 0; open is not null && i < open.Length; i++)
        {
            if (open[i] > 0)
            {
                sealedWeights.Add(((ushort)i, open[i]));
            }
        }

        sealedWeights.TrimExcess();
        open = null;
    }

    public void AddTo(double[] weights, double factor)
    {
        Seal();
        foreach (var (index, weight) in sealedWeights)
        {
            weights[index] += weight * factor;
        }
    }
}
