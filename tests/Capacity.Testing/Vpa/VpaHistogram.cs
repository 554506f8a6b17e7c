namespace Capacity.Testing.Vpa;

/// <summary>Weights by bucket, as the VPA recommender keeps them.</summary>
/// <param name="scale">The buckets.</param>
public sealed class VpaHistogram(VpaBucketScale scale)
{
    private readonly double[] weights = new double[scale.Count];
    private int lowest = scale.Count - 1;
    private int highest;

    /// <summary>Gets the sum of all weights.</summary>
    public double Total { get; private set; }

    /// <summary>Gets the buckets.</summary>
    public VpaBucketScale Scale { get; } = scale;

    /// <summary>Gets whether nothing of weight is in it.</summary>
    public bool IsEmpty => weights[lowest] < Scale.Epsilon;

    /// <summary>Gets the weight of a bucket.</summary>
    public double this[int bucket] => weights[bucket];

    /// <summary>Adds a sample.</summary>
    public void Add(double value, double weight)
    {
        var bucket = Scale.BucketOf(value);
        weights[bucket] += weight;
        Total += weight;
        lowest = bucket < lowest && weights[bucket] >= Scale.Epsilon ? bucket : lowest;
        highest = bucket > highest && weights[bucket] >= Scale.Epsilon ? bucket : highest;
    }

    /// <summary>Takes a sample away.</summary>
    public void Subtract(double value, double weight)
    {
        var bucket = Scale.BucketOf(value);
        weights[bucket] = Math.Max(0, weights[bucket] - weight);
        Total = Math.Max(0, Total - weight);
        Trim();
    }

    /// <summary>Multiplies all weights.</summary>
    public void Multiply(double factor)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] *= factor;
        }

        Total *= factor;
        Trim();
    }

    /// <summary>Adds all of another.</summary>
    public void Merge(VpaHistogram other)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] += other.weights[i];
        }

        Total += other.Total;
        lowest = Math.Min(lowest, other.lowest);
        highest = Math.Max(highest, other.highest);
    }

    /// <summary>Gives the end of the bucket in which a share of the weight is reached, the start of the last bucket for that; 0 where it is empty.</summary>
    public double Percentile(double ratio)
    {
        if (IsEmpty)
        {
            return 0;
        }

        var threshold = ratio * Total;
        var sum = 0.0;
        var bucket = lowest;
        for (; bucket < highest; bucket++)
        {
            sum += weights[bucket];
            if (sum >= threshold)
            {
                break;
            }
        }

        return Scale.StartOf(bucket < Scale.Count - 1 ? bucket + 1 : bucket);
    }

    /// <summary>Gives the weights as whole numbers, the largest as 10000, without those that round to none.</summary>
    public (double Total, IReadOnlyDictionary<int, uint> Weights) Save()
    {
        var most = weights.Max();
        var saved = new Dictionary<int, uint>();
        for (var i = lowest; i <= highest && most > 0; i++)
        {
            var whole = (uint)Math.Round(weights[i] * 10_000 / most, MidpointRounding.AwayFromZero);
            if (whole > 0)
            {
                saved.Add(i, whole);
            }
        }

        return (Total, saved);
    }

    /// <summary>Adds what was saved.</summary>
    /// <exception cref="ArgumentException">A bucket or the sum is impossible.</exception>
    public void Load(double total, IReadOnlyDictionary<int, uint> saved)
    {
        if (total < 0 || saved.Keys.Any(b => b < 0 || b >= Scale.Count))
        {
            throw new ArgumentException("The checkpoint has an impossible bucket or sum.", nameof(saved));
        }

        var sum = saved.Values.Sum(w => (double)w);
        if (sum == 0)
        {
            return;
        }

        foreach (var (bucket, weight) in saved)
        {
            weights[bucket] += weight * total / sum;
            (lowest, highest) = (Math.Min(lowest, bucket), Math.Max(highest, bucket));
        }

        Total += total;
        Trim();
    }

    private void Trim()
    {
        // The end buckets move inwards over what has no weight any more.
        while (lowest < highest && weights[lowest] < Scale.Epsilon)
        {
            lowest++;
        }

        while (highest > lowest && weights[highest] < Scale.Epsilon)
        {
            highest--;
        }

        if (IsEmpty)
        {
            (lowest, highest) = (Scale.Count - 1, 0);
        }
    }
}
