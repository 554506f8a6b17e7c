using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Core.RightSizing.Summaries;

/// <summary>For each size the share of time in which an app's busiest instance used more, summed over days with their looks as weights.</summary>
/// <remarks>Each day the worst instance counts, whichever it is, so that a hot instance is seen and instances may come and go.</remarks>
public sealed class Exceedance
{
    private int first;
    private float[] sums = [];

    /// <summary>Gets the weight of all days together.</summary>
    public double Weight { get; private set; }

    /// <summary>Gets the lowest bucket above which not all of the time is spent.</summary>
    public int First => first;

    /// <summary>Gets the first bucket that was never exceeded.</summary>
    public int End => first + sums.Length;

    /// <summary>Gets the share of time above the upper edge of a bucket, 0 to 1.</summary>
    public double this[int index] => Weight == 0 || index >= End ? 0 : index < first ? 1 : sums[index - first] / Weight;

    /// <summary>Takes a day.</summary>
    public void AddDay(AppDayProfile day)
    {
        ArgumentNullException.ThrowIfNull(day);
        var measured = day.Instances.Values.Where(i => i.Cpu.Count > 0).ToArray();
        if (measured.Length == 0)
        {
            return;
        }

        // An instance that was there for a moment only says little of how much of the time is spent above a size.
        var most = measured.Max(i => i.Cpu.Count);
        var counted = Array.FindAll(measured, i => i.Cpu.Count * 10 >= most);
        var low = counted.Max(i => Math.Max(i.Cpu.Threshold, i.Cpu.Tail.First) - 1);
        var end = counted.Max(i => LogBuckets.IndexOf(i.Cpu.Peak));
        low = Math.Clamp(low, 0, end);
        var shares = new float[end - low];
        foreach (var instance in counted)
        {
            long above = 0;
            for (var i = instance.Cpu.Tail.End - 1; i > low; i--)
            {
                above += instance.Cpu.Tail[i];
                if (i - 1 < end)
                {
                    shares[i - 1 - low] = Math.Max(shares[i - 1 - low], (float)above / instance.Cpu.Count);
                }
            }
        }

        Add(low, shares, Math.Max(1, day.Looks), Math.Max(1, day.Looks));
    }

    /// <summary>Takes all days that another took.</summary>
    /// <param name="other">The other.</param>
    /// <param name="factor">What its weights are multiplied with, more than 0.</param>
    public void Merge(Exceedance other, double factor = 1)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Weight > 0)
        {
            Add(other.first, other.sums, other.Weight * factor, factor);
        }
    }

    /// <summary>Finds the smallest bucket above which at most a share of the time is spent; <see langword="null"/> without days.</summary>
    public int? BucketWithin(double ratio)
    {
        if (Weight == 0)
        {
            return null;
        }

        var index = first;
        while (index < End && this[index] > ratio)
        {
            index++;
        }

        return index;
    }

    private void Add(int low, float[] shares, double weight, double times)
    {
        var end = low + shares.Length;
        if (Weight == 0)
        {
            (first, sums) = (low, new float[shares.Length]);
        }
        else if (low < first || end > End)
        {
            var newFirst = Math.Min(low, first);
            var wider = new float[Math.Max(end, End) - newFirst];
            Array.Fill(wider, (float)Weight, 0, first - newFirst);
            sums.CopyTo(wider, first - newFirst);
            (first, sums) = (newFirst, wider);
        }

        for (var i = first; i < End; i++)
        {
            sums[i - first] += i < low ? (float)weight : i < end ? (float)(shares[i - low] * times) : 0;
        }

        Weight += weight;
    }
}
