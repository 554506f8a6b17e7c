using Capacity.Core.Planning.Forecasting;
using Capacity.Core.Planning.Forecasting.RunningOut;

namespace Capacity.Core.Tests.Planning.Forecasting.RunningOut;

public sealed class RunOutTests
{
    private const int Horizon = 90;

    private static readonly Forecast Growing = Forecaster.Run([Demands.Weekly(300, 100, 0.5, 2, 1)], new(Horizon, 7), CancellationToken.None)[0].Chosen!;

    [Fact]
    public void Of_GrowthToACapacity_IsFullAboutThen()
    {
        // Day 300 + 60 needs 280, and up to 4 more on busy days.
        var found = RunOut.Of(Growing, new(281, 30));

        Assert.InRange(found.P50!.Value, 48, 66);
        Assert.True(found.P10 <= found.P50 && found.P50 <= (found.P90 ?? Horizon));
        Assert.InRange(found.ProbabilityBeforeLeadTime, 0, 0.1);
    }

    [Fact]
    public void Of_AWeek_TrifleMovesNoDateByAWeek()
    {
        int[] dates = [.. Enumerable.Range(0, 60).Select(i => RunOut.Of(Growing, new(260 + (0.25 * i), 30) { Season = 7 }).P50!.Value)];

        // Half a day of growth more room each time: the date goes along with it, whatever day of the week it is.
        Assert.All(dates.Skip(1).Zip(dates), d => Assert.InRange(d.First - d.Second, 0, 3));
        Assert.InRange(dates[^1] - dates[0], 20, 40);
    }

    [Fact]
    public void Of_FullAlready_IsNowWithAWeekToo() => Assert.Equal(new RunOut(0, 0, 0, 1, 1), RunOut.Of(Growing, new(50, 30) { Season = 7 }));

    [Fact]
    public void Of_FullAlready_IsNow() => Assert.Equal(new RunOut(0, 0, 0, 1, 1), RunOut.Of(Growing, new(50, 30)));

    [Fact]
    public void Of_MuchRoom_IsBeyondTheHorizon() => Assert.Equal(new RunOut(null, null, null, 0, 0), RunOut.Of(Growing, new(5000, 30)));

    [Fact]
    public void Of_MachinesArrive_IsLater_CustomersArrive_IsSooner()
    {
        var question = new RunOutQuestion(270, 30);
        var plain = RunOut.Of(Growing, question);

        var machines = RunOut.Of(Growing, question with { Changes = [new("rack 7", PlannedKind.Capacity, 10, 15)] });
        var customers = RunOut.Of(Growing, question with { Changes = [new("a customer", PlannedKind.Demand, 10, 15)] });

        Assert.True(machines.P50 > plain.P50 + 15, $"{machines.P50} against {plain.P50}");
        Assert.True(customers.P50 < plain.P50 - 15, $"{customers.P50} against {plain.P50}");
    }

    [Fact]
    public void Simulate_Paths_SpreadAsTheIntervalsSay()
    {
        var paths = DemandPaths.Simulate(Growing, 4000, 7);

        foreach (var h in new[] { 0, 20, 89 })
        {
            // Noise is normal and the rest as errors were, so that they agree within some hundredths.
            Assert.InRange(paths.Count(p => p[h] <= Growing.Quantile(h, 0.1)) / 4000.0, 0.07, 0.13);
            Assert.InRange(paths.Count(p => p[h] <= Growing.Quantile(h, 0.9)) / 4000.0, 0.87, 0.93);
        }
    }

    [Fact]
    public void For_Shapes_KeepTheRiskUnderTheTarget()
    {
        var question = new RunOutQuestion(270, 30);

        var advice = PurchaseAdvice.For(Growing, question, [new("small", 4), new("large", 16)], 0.05);

        Assert.All(advice, a => Assert.InRange(a.ProbabilityWith, 0, 0.05));
        Assert.All(advice, a => Assert.Equal(a.NeededBy - 30, a.OrderBy));
        Assert.True(advice[0].Count > advice[1].Count);
        var fewer = question with { Changes = [new("one less", PlannedKind.Capacity, advice[0].NeededBy!.Value, (advice[0].Count - 1) * 4)] };
        Assert.True(RunOut.Of(Growing, fewer).ProbabilityWithinHorizon > 0.05);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void For_MachinesThatAddNothing_Throws(double amount) =>
        Assert.Throws<ArgumentOutOfRangeException>("shapes", () => PurchaseAdvice.For(Growing, new(270, 30), [new("small", 4), new("none", amount)], 0.05));

    [Fact]
    public void For_MachinesThatAddNextToNothing_AreMoreThanAnybodyCounts()
    {
        var advice = Assert.Single(PurchaseAdvice.For(Growing, new(270, 30), [new("speck", 1e-12)], 0.05));

        Assert.Equal(int.MaxValue, advice.Count);
    }

    [Fact]
    public void For_EnoughRoom_BuysNothing()
    {
        var advice = Assert.Single(PurchaseAdvice.For(Growing, new(5000, 30), [new("small", 4)], 0.05));

        Assert.Equal((0, null, null), (advice.Count, advice.NeededBy, advice.OrderBy));
    }
}
