namespace Capacity.Core.RightSizing.Anchors;

/// <summary>Weights by bucket, held sparsely once a day is over.</summary>
internal sealed class DecayedWeights
{
    private const int Slack = 16;

    private readonly List<(ushort Index, double Weight)> sealedWeights = [];
    private double[] open = [];
    private int first;

    public void Add(int index, double weight)
    {
        if (open.Length == 0)
        {
            (first, open) = (index, new double[Slack]);
        }
        else if (index < first || index >= first + open.Length)
        {
            var low = Math.Min(first, index);
            var wider = new double[Math.Max(first + open.Length, index + Slack) - low];
            open.CopyTo(wider, first - low);
            (first, open) = (low, wider);
        }

        open[index - first] += weight;
    }

    /// <summary>Gives room back; more may still be added.</summary>
    public void Seal()
    {
        for (var i = 0; i < open.Length; i++)
        {
            if (open[i] > 0)
            {
                sealedWeights.Add(((ushort)(first + i), open[i]));
            }
        }

        sealedWeights.TrimExcess();
        open = [];
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
