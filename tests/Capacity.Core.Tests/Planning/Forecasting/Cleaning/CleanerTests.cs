using Capacity.Core.Planning.Forecasting.Cleaning;

namespace Capacity.Core.Tests.Planning.Forecasting.Cleaning;

public sealed class CleanerTests
{
    private const int Days = 280;

    [Theory]
    [InlineData(100)]
    [InlineData(Days - 7)]
    [InlineData(Days - 1)]
    public void Clean_OneDay_IsTakenOut(int day)
    {
        var usual = Demands.Weekly(Days, 100, 0.05, 1, 3);
        double[] values = [.. usual];
        values[day] += 60;

        var clean = Cleaner.Clean(values, 7);

        Assert.InRange(clean[day], usual[day] - 4, usual[day] + 4);
        Assert.Equal(usual[..50], clean[..50]);
    }

    [Theory]
    [InlineData(150)]
    [InlineData(Days - 14)]
    public void Clean_CleanUp_LaysThePastOntoTheNewLevel(int day)
    {
        var usual = Demands.Weekly(Days, 100, 0.05, 1, 4);
        double[] values = [.. usual.Select((v, t) => t < day ? v : v - 25)];

        var clean = Cleaner.Clean(values, 7);

        Assert.Equal(values[^1], clean[^1]);
        Assert.InRange(clean[20], usual[20] - 27, usual[20] - 23);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void Clean_FreshCleanUp_IsBelievedOnceItLasts(int days, bool isBelieved)
    {
        var usual = Demands.Weekly(Days, 100, 0.05, 1, 4);
        double[] values = [.. usual.Select((v, t) => t < Days - days ? v : v - 12)];

        var clean = Cleaner.Clean(values, 7);

        var expected = isBelieved ? usual.Select(v => v - 12) : usual;
        Assert.All(clean.Zip(expected), c => Assert.InRange(c.First, c.Second - 3, c.Second + 3));
    }

    [Fact]
    public void Clean_GrowthInSteps_StaysGrowth()
    {
        double[] values = [.. Demands.Weekly(Days, 100, 0, 1, 5).Select((v, t) => v + (20 * (t / 50)))];

        Assert.Equal(values, Cleaner.Clean(values, 7));
    }
}
