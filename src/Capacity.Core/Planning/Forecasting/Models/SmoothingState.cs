using Capacity.Core.Planning.Forecasting.Seasons;

namespace Capacity.Core.Planning.Forecasting.Models;

/// <summary>The states of <see cref="Smoothing"/> as they walk over a view.</summary>
internal sealed class SmoothingState
{
    private const double LeastDamping = 0.8;
    private const double MostDamping = 0.998;

    private readonly double[] values;
    private readonly bool isLogarithm;
    private readonly double[][] beginnings;
    private readonly double[][] seasons;
    private readonly int[][] phases;
    private readonly double beginning;
    private double level, trend, error;

    public SmoothingState(View view, int window)
    {
        var start = Math.Max(0, view.Count - window);
        isLogarithm = view.Season.IsRatio;
        values = view.Values[start..view.Count];
        if (isLogarithm)
        {
            for (var t = 0; t < values.Length; t++)
            {
                values[t] = Math.Log(values[t]);
            }
        }

        int[] periods = [.. view.Season.Periods];
        var few = Math.Min(values.Length, periods.Length == 0 ? 5 : Math.Max(2 * periods[^1], 4 * periods[0]));
        var first = SeasonalProfile.Learn(values, few, periods, isRatio: false);
        beginnings = first.Figures;
        seasons = Array.ConvertAll(beginnings, b => new double[b.Length]);
        phases = Array.ConvertAll(beginnings, b => Phases(b.Length, values.Length));
        var settle = periods.Length == 0 ? few : periods[0];
        for (var t = 0; t < settle; t++)
        {
            beginning += first.Remove(values[t], t) / settle;
        }
    }

    /// <summary>Sums the absolute errors at some steps ahead.</summary>
    public double Loss(double[] parameters, int[] ahead)
    {
        var read = new Rates(parameters);
        Begin();
        Span<double> sums = stackalloc double[ahead.Length];
        Span<double> fades = stackalloc double[ahead.Length];
        for (var i = 0; i < ahead.Length; i++)
        {
            sums[i] = read.Damping * (1 - Math.Pow(read.Damping, ahead[i])) / (1 - read.Damping);
            fades[i] = Math.Pow(read.Echo, ahead[i]);
        }

        var loss = 0.0;
        for (var t = 0; t < values.Length; t++)
        {
            Step(t, read);
            for (var i = 0; i < ahead.Length; i++)
            {
                var at = t + ahead[i];
                if (at < values.Length)
                {
                    loss += Math.Abs(values[at] - level - (sums[i] * trend) - (fades[i] * error) - Seasons(at));
                }
            }
        }

        return loss;
    }

    /// <summary>Walks over all and goes on.</summary>
    public void Forecast(double[] parameters, Span<double> forecast)
    {
        var read = new Rates(parameters);
        Begin();
        for (var t = 0; t < values.Length; t++)
        {
            Step(t, read);
        }

        var (damped, fade) = (read.Damping, read.Echo);
        for (var i = 0; i < forecast.Length; i++, damped *= read.Damping, fade *= read.Echo)
        {
            level += damped * trend;
            var value = level + (fade * error) + SeasonsAfter(i);
            forecast[i] = isLogarithm ? Math.Exp(value) : value;
        }
    }

    private void Begin()
    {
        (level, trend, error) = (beginning, 0, 0);
        for (var i = 0; i < seasons.Length; i++)
        {
            beginnings[i].CopyTo(seasons[i], 0);
        }
    }

    private void Step(int t, in Rates read)
    {
        var before = error;
        var expected = level + (read.Damping * trend);
        error = values[t] - expected - Seasons(t);
        var surprise = error - (read.Echo * before);
        level = expected + (read.Level * surprise);
        trend = (read.Damping * trend) + (read.Level * read.Trend * surprise);
        for (var i = 0; i < seasons.Length; i++)
        {
            seasons[i][phases[i][t]] += (i == 0 ? read.Season : read.LongSeason) * surprise;
        }

        // What the states took up is no longer an error.
        error -= read.Level * surprise;
        for (var i = 0; i < seasons.Length; i++)
        {
            error -= (i == 0 ? read.Season : read.LongSeason) * surprise;
        }
    }

    private double Seasons(int t)
    {
        var sum = 0.0;
        for (var i = 0; i < seasons.Length; i++)
        {
            sum += seasons[i][phases[i][t]];
        }

        return sum;
    }

    private double SeasonsAfter(int steps)
    {
        var sum = 0.0;
        foreach (var season in seasons)
        {
            sum += season[(values.Length + steps) % season.Length];
        }

        return sum;
    }

    /// <summary>The phase of each value in a season: dividing anew at each step of each trial would cost more than all the rest.</summary>
    private static int[] Phases(int period, int count)
    {
        var phases = new int[count];
        for (int t = 0, phase = 0; t < count; t++, phase = phase + 1 == period ? 0 : phase + 1)
        {
            phases[t] = phase;
        }

        return phases;
    }

    private readonly struct Rates(double[] parameters)
    {
        public double Level { get; } = parameters[0];

        public double Trend { get; } = parameters[1];

        public double Damping { get; } = LeastDamping + ((MostDamping - LeastDamping) * parameters[2]);

        /// <summary>Gets how much of an error is there still a step later.</summary>
        public double Echo { get; } = parameters[3];

        public double Season { get; } = parameters.Length > 4 ? parameters[4] : 0;

        public double LongSeason { get; } = parameters.Length > 5 ? parameters[5] : 0;
    }
}
