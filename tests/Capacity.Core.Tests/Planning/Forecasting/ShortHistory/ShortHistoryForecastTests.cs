using Capacity.Core.Planning.Forecasting;
using Capacity.Core.Planning.Forecasting.RunningOut;

namespace Capacity.Core.Tests.Planning.Forecasting.ShortHistory;

public sealed class ShortHistoryForecastTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(21)]
    [InlineData(28)]
    public void Run_FewWeeksOfFastGrowth_TellsTheDate(int days)
    {
        // 30 % a month: ten days after the history it needs as much as there is.
        var demand = Demands.Weekly(days + 11, 100, 1, 2, 5);
        var capacity = demand.Max();
        var came = Array.FindIndex(demand, days, v => v >= capacity) - days;

        var said = Said(demand[..days], capacity);

        Assert.NotNull(said.P50);
        Assert.InRange(came, said.P10!.Value, said.P90 ?? 2 * days);
        Assert.InRange(said.P50!.Value - came, -4, 7);
    }

    [Fact]
    public void Run_FewWeeksWithoutGrowth_TellsNoDate()
    {
        var told = Enumerable.Range(1, 40).Count(seed => Said(Demands.Weekly(21, 100, 0, 4, seed), 116).P50 is not null);

        Assert.InRange(told, 0, 2);
    }

    [Fact]
    public void Run_FewWeeks_CoverWhatTheySay()
    {
        double[][] demands = [.. Enumerable.Range(1, 60).Select(seed => Demands.Weekly(42, 100, 0.02 * (seed % 50), 6, seed))];

        var inside = demands.Average(d => Inside(Alone(d[..21], 21), d[21..]));

        Assert.InRange(inside, 0.72, 0.95);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(10)]
    public void Run_OneDayOfMuchMore_HardlyMovesTheForecast(int at)
    {
        var usual = Demands.Weekly(21, 100, 0.5, 2, 3);
        double[] spiked = [.. usual];
        spiked[at] *= 1.4;

        Assert.All(Alone(usual, 28).Point.Zip(Alone(spiked, 28).Point), p => Assert.InRange(p.Second - p.First, -3, 3));
    }

    [Fact]
    public void Run_CleanUpOnTheWay_IsNoShrinking()
    {
        var usual = Demands.Weekly(60, 100, 0.5, 2, 3);

        var forecast = Alone([.. usual[..28].Select((v, t) => t < 14 ? v + 25 : v)], 28);

        Assert.All(forecast.Point.Zip(usual[28..56]), p => Assert.InRange(p.First - p.Second, -7, 7));
    }

    [Fact]
    public void Run_GapsInAFewWeeks_AreNotNeeded()
    {
        var whole = Demands.Weekly(56, 100, 0.5, 2, 3);
        double[] some = [.. whole[..28].Select((v, t) => t % 5 == 3 ? double.NaN : v)];

        Assert.All(Alone(some, 28).Point.Zip(whole[28..]), p => Assert.InRange(p.First - p.Second, -7, 7));
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e9)]
    public void Run_OtherUnit_IsTheSame(double unit)
    {
        var demand = Demands.Weekly(28, 100, 0.5, 2, 3);

        var (one, other) = (Alone(demand, 28), Alone([.. demand.Select(v => unit * v)], 28));

        Assert.All(one.Quantiles(0.9).Zip(other.Quantiles(0.9)), p => Assert.Equal(p.First, p.Second / unit, 1e-4));
    }

    [Theory]
    [InlineData(0, 12)]
    [InlineData(3, 12)]
    [InlineData(-5, 30)]
    public void Run_OddSeries_HaveForecastsThatAreNumbers(double level, int days)
    {
        double[] odd = [.. Enumerable.Range(0, days).Select(t => t % 4 == 0 ? level : 0)];

        Assert.All(Alone(odd, 20).Quantiles(0.9), v => Assert.True(double.IsFinite(v)));
    }

    private static RunOut Said(double[] history, double capacity) => RunOut.Of(Alone(history, 2 * history.Length), new(capacity, 7) { Season = 7 });

    private static Forecast Alone(double[] history, int horizon) => Forecaster.Run([history], new(horizon, 7), TestContext.Current.CancellationToken)[0].Chosen!;

    private static double Inside(Forecast forecast, double[] came) => Enumerable.Range(0, came.Length).Average(h => came[h] >= forecast.Quantile(h, 0.1) && came[h] <= forecast.Quantile(h, 0.9) ? 1.0 : 0);
}
