using System.Diagnostics;
using Capacity.Core.Planning.Forecasting;

namespace Capacity.Benchmarks.Forecasting;

/// <summary>How long many series take, beside the least that could be done with them.</summary>
internal static class SpeedBenchmark
{
    private const int Series = 5000;
    private const int Days = 400;
    private const int Runs = 3;

    public static void Run(TextWriter output)
    {
        IReadOnlyList<double>[] series = [.. Enumerable.Range(0, Series).Select(i => GrowingDemand.Make(i, Days, Days).Values)];
        var options = new ForecastOptions(90, 7);
        var ours = Median(() => Forecaster.Run(series, options, CancellationToken.None));
        var naive = Median(() => Array.ConvertAll(series, s => Enumerable.Range(0, 90).Select(h => s[Days - 7 + (h % 7)]).ToArray()));
        output.WriteLine($"{Series:N0} series of {Days} days, 90 days ahead, median of {Runs}: {ours.TotalSeconds:0.00} s on {Environment.ProcessorCount} processors; seasonal naive {naive.TotalSeconds:0.000} s");
    }

    private static TimeSpan Median(Action work)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < Runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        times.Sort();
        return times[Runs / 2];
    }
}
