using Capacity.Core.Planning.Forecasting;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Planning.Forecasting;

public sealed class ForecasterTests
{
    private static readonly ForecastOptions TwoWeeks = new(14, 7);
    private static readonly ForecastOptions HalfAYear = new(180, 7);
    private static readonly double[] Levels = [0.025, 0.1, 0.5, 0.9, 0.975];
    private static readonly double[] Sizes = [0, 1, 1e-9, 1e12];

    [Fact]
    public void Run_LineWithWeek_GoesOn()
    {
        var whole = Demands.Weekly(214, 100, 0.3, 1, 1);

        var forecast = Forecaster.Run([whole[..200]], TwoWeeks, TestContext.Current.CancellationToken)[0].Chosen!;

        Assert.All(forecast.Point.Zip(whole[200..]), p => Assert.InRange(p.First, p.Second - 3, p.Second + 3));
    }

    [Fact]
    public void Run_GrowthByShares_GoesOnByShares()
    {
        double[] whole = [.. Demands.Weekly(400, 100, 0, 3, 1).Select((v, t) => v * Math.Exp(0.003 * t))];

        var forecast = Forecaster.Run([whole[..300]], new(100, 7), TestContext.Current.CancellationToken)[0].Chosen!;

        // A line with the middle slope of the past would end a tenth below.
        var (came, said) = (whole[^14..].Sum(), forecast.Point.Skip(86).Sum());
        Assert.InRange(said, 0.95 * came, 1.05 * came);
    }

    [Fact]
    public void Run_ManySeries_CoversWhatItSays()
    {
        var whole = Demands.Fleet(60, 160, 6);

        var forecasts = Forecaster.Run([.. whole.Select(w => w[..146])], TwoWeeks, TestContext.Current.CancellationToken);

        var inside = forecasts.Zip(whole).Average(f => Enumerable.Range(0, 14).Average(h =>
            f.Second[146 + h] >= f.First.Chosen!.Quantile(h, 0.1) && f.Second[146 + h] <= f.First.Chosen!.Quantile(h, 0.9) ? 1.0 : 0));
        Assert.InRange(inside, 0.7, 0.9);
    }

    [Fact]
    public void Run_TooLittleHistory_SaysNothing()
    {
        var forecasts = Forecaster.Run([new double[9], [double.NaN, .. new double[9]], []], TwoWeeks, TestContext.Current.CancellationToken);

        Assert.All(forecasts, f => Assert.Null(f.Chosen));
    }

    [Fact]
    public void Run_LittleHistory_IsWide()
    {
        var whole = Demands.Weekly(200, 100, 0.3, 2, 2);

        var wide = Forecaster.Run([whole[..14]], TwoWeeks, TestContext.Current.CancellationToken)[0].Chosen!;
        var narrow = Forecaster.Run([whole], TwoWeeks, TestContext.Current.CancellationToken)[0].Chosen!;

        Assert.True(Width(wide) > 3 * Width(narrow), $"{Width(wide)} against {Width(narrow)}");

        static double Width(Forecast forecast) => forecast.Quantile(13, 0.9) - forecast.Quantile(13, 0.1);
    }

    [Fact]
    public void Run_OneDayOfMuchMore_HardlyMovesTheForecast()
    {
        var usual = Demands.Weekly(200, 100, 0.3, 1, 6);
        double[] spiked = [.. usual];
        spiked[^1] += 80;

        var before = Forecaster.Run([usual], TwoWeeks, TestContext.Current.CancellationToken)[0].Chosen!;
        var after = Forecaster.Run([spiked], TwoWeeks, TestContext.Current.CancellationToken)[0].Chosen!;

        Assert.All(before.Point.Zip(after.Point), p => Assert.InRange(p.Second - p.First, -2, 2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Run_LastDayOfMuchMore_MovesTheFarCourseByLessThanAWeekOfGrowth(int seed)
    {
        // Noise is up to twelve days of growth.
        var usual = Demands.Weekly(400, 500, 0.5, 6, seed);
        double[] spiked = [.. usual];
        spiked[^1] *= 1.4;

        var before = Forecaster.Run([usual], HalfAYear, TestContext.Current.CancellationToken)[0].Chosen!;
        var after = Forecaster.Run([spiked], HalfAYear, TestContext.Current.CancellationToken)[0].Chosen!;

        Assert.All(before.Point.Zip(after.Point).Skip(28), p => Assert.InRange(p.Second - p.First, -3.5, 3.5));
    }

    [Theory]
    [InlineData(25)]
    [InlineData(44)]
    [InlineData(80)]
    public void Run_CleanUpOfAWeekAgo_LowersTheCourseByAsMuch(double amount)
    {
        // 44 is what growth brought within the steps that models are tested by: those that know of no growth were right by chance.
        var usual = Demands.Weekly(400, 500, 0.5, 2, 7);
        double[] cleaned = [.. usual.Select((v, t) => t < 393 ? v : v - amount)];

        var before = Forecaster.Run([usual], HalfAYear, TestContext.Current.CancellationToken)[0].Chosen!;
        var after = Forecaster.Run([cleaned], HalfAYear, TestContext.Current.CancellationToken)[0].Chosen!;

        Assert.All(before.Point.Zip(after.Point).Take(90), p => Assert.InRange(p.First - amount - p.Second, -3.5, 3.5));
    }

    [Fact]
    public void Run_Again_IsTheSame()
    {
        var series = Demands.Fleet(8, 100, 3);

        var first = Forecaster.Run(series, TwoWeeks, TestContext.Current.CancellationToken);
        var second = Forecaster.Run(series, TwoWeeks, TestContext.Current.CancellationToken);

        Assert.All(first.Zip(second), f => Assert.Equal(f.First.Chosen!.Quantiles(0.9), f.Second.Chosen!.Quantiles(0.9)));
    }

    [Fact]
    public void Run_AnySeries_IsFiniteOrderedAndNotBelowItsFloor() =>
        Gen.Select(Gen.Int[10, 90], Gen.Int[1, 20], Gen.Int[1, 12], Gen.Int[0, 3], Gen.Int[0, 1000]).Holds(
            c =>
            {
                var (count, horizon, season, power, seed) = c;
                var size = Sizes[power];
                var random = new Random(seed);
                double[] values = [.. Enumerable.Range(0, count).Select(t => seed % 3 == 0 ? size : random.Next(12) == 0 && t > 10 ? double.NaN : size * random.NextDouble())];
                if (values.Count(double.IsFinite) < Forecaster.FewestValues)
                {
                    return;
                }

                var forecast = Forecaster.Run([values], new(horizon, season), TestContext.Current.CancellationToken)[0].Chosen!;

                for (var h = 0; h < horizon; h++)
                {
                    double[] quantiles = [.. Levels.Select(p => forecast.Quantile(h, p))];
                    Assert.All(quantiles, q => Assert.True(double.IsFinite(q) && q >= 0, $"{q}"));
                    Assert.Equal(quantiles.Order(), quantiles);
                }
            },
            40);
}
