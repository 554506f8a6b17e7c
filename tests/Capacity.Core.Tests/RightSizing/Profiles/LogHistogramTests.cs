using Capacity.Core.RightSizing.Profiles;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.RightSizing.Profiles;

public sealed class LogHistogramTests
{
    private static readonly Gen<double> Value = Gen.Frequency((1, Gen.Const(0.0)), (4, Gen.Double[-9, 30].Select(x => Math.Exp(x))));
    private static readonly Gen<double[]> Values = Value.Array[1, 200];

    [Fact]
    public void Quantile_AnyValues_IsWithinOnePercentOfTheExactOne() => Gen.Select(Values, Gen.Double[0, 1]).Holds(c =>
    {
        var (values, ratio) = c;
        var sorted = values.Order().ToArray();
        var exact = sorted[Math.Max(0, (int)Math.Ceiling(ratio * sorted.Length) - 1)];

        var quantile = Of(values).Quantile(ratio)!.Value;

        Assert.True(Math.Abs(quantile - exact) <= Math.Max(LogBuckets.RelativeError * exact * 1.0001, LogBuckets.Smallest), $"{quantile} for {exact}");
    });

    [Fact]
    public void Merge_AnyTwo_IsAsIfAllWereCountedInOne() => Gen.Select(Values, Values).Holds(c => AssertSame(Of([.. c.Item1, .. c.Item2]), Merged(Of(c.Item1), Of(c.Item2))));

    [Fact]
    public void Merge_AnyOrder_IsTheSame() => Gen.Select(Values, Values, Values).Holds(c =>
    {
        var (a, b, d) = c;
        AssertSame(Merged(Of(a), Of(b)), Merged(Of(b), Of(a)));
        AssertSame(Merged(Merged(Of(a), Of(b)), Of(d)), Merged(Of(a), Merged(Of(b), Of(d))));
    });

    [Fact]
    public void Quantile_EveryValueTwice_IsTheSame() => Gen.Select(Values, Gen.Double[0, 1]).Holds(c =>
        Assert.Equal(Of(c.Item1).BucketOf(c.Item2), Of([.. c.Item1, .. c.Item1]).BucketOf(c.Item2)));

    [Fact]
    public void IndexOf_AnyEdge_IsItsOwnBucket() =>
        Assert.All(Enumerable.Range(0, LogBuckets.Count), i => Assert.Equal(i, LogBuckets.IndexOf(LogBuckets.UpperEdge(i))));

    [Fact]
    public void Quantile_NothingCounted_IsUnknown() => Assert.Null(new LogHistogram().Quantile(0.5));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void IndexOf_NoAmount_Throws(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => LogBuckets.IndexOf(value));

    private static LogHistogram Of(double[] values)
    {
        var histogram = new LogHistogram();
        foreach (var value in values)
        {
            histogram.Add(value);
        }

        return histogram;
    }

    private static LogHistogram Merged(LogHistogram a, LogHistogram b)
    {
        a.Merge(b);
        return a;
    }

    private static void AssertSame(LogHistogram a, LogHistogram b)
    {
        Assert.Equal(a.Count, b.Count);
        Assert.All(Enumerable.Range(0, LogBuckets.Count), i => Assert.Equal(a[i], b[i]));
    }
}
