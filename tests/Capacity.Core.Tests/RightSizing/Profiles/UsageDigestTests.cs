using Capacity.Core.RightSizing.Profiles;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.RightSizing.Profiles;

public sealed class UsageDigestTests
{
    private static readonly Gen<double[]> Values = Gen.Double[0.001, 64].Array[1, 300];

    [Fact]
    public void Quantile_InTheTail_IsWithinOnePercentAfterTrimming() => Values.Holds(values =>
    {
        var digest = Of(values);
        digest.Trim(0.1);
        var sorted = values.Order().ToArray();
        var exact = sorted[(int)Math.Ceiling(0.99 * sorted.Length) - 1];

        Assert.InRange(digest.Quantile(0.99)!.Value, exact * 0.9899, exact * 1.0101);
        Assert.Equal((float)sorted[^1], digest.Peak);
    });

    [Fact]
    public void Merge_TrimmedParts_IsNeverBelowTheTruth() => Gen.Select(Values, Values, Gen.Double[0.5, 1]).Holds(c =>
    {
        var (a, b, ratio) = c;
        var (left, right) = (Of(a), Of(b));
        left.Trim(0.1);
        right.Trim(0.1);
        left.Merge(right);
        var sorted = a.Concat(b).Order().ToArray();
        var exact = sorted[Math.Max(0, (int)Math.Ceiling(ratio * sorted.Length) - 1)];

        Assert.True(left.Quantile(ratio) >= exact * 0.9899, $"{left.Quantile(ratio)} for {exact}");
        Assert.Equal(sorted.Length, left.Count);
    });

    private static UsageDigest Of(double[] values)
    {
        var digest = new UsageDigest(UsageDigest.CpuUnit);
        foreach (var value in values)
        {
            digest.Add(value, 0);
        }

        return digest;
    }
}
