using System.Numerics;

namespace Capacity.Core.Planning.Forecasting.Models;

/// <summary>Sums of products, several at a time.</summary>
internal static class DotProduct
{
    /// <summary>Works out the sum of the products of values that stand at the same place.</summary>
    /// <param name="one">Some values.</param>
    /// <param name="other">As many.</param>
    public static double Of(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var sums = Vector<double>.Zero;
        var t = 0;
        for (; t <= one.Length - Vector<double>.Count; t += Vector<double>.Count)
        {
            sums += new Vector<double>(one[t..]) * new Vector<double>(other[t..]);
        }

        var sum = Vector.Sum(sums);
        for (; t < one.Length; t++)
        {
            sum += one[t] * other[t];
        }

        return sum;
    }
}
