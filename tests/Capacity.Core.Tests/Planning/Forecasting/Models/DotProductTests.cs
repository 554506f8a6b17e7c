using Capacity.Core.Planning.Forecasting.Models;

namespace Capacity.Core.Tests.Planning.Forecasting.Models;

public sealed class DotProductTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(21)]
    public void Of_AnyLength_IsTheSumOfProducts(int count)
    {
        double[] one = [.. Enumerable.Range(1, count).Select(i => (double)i)];
        double[] other = [.. one.Select(v => v + 0.5)];

        Assert.Equal(one.Zip(other, (a, b) => a * b).Sum(), DotProduct.Of(one, other), 9);
    }
}
