using System.Diagnostics;
using System.Globalization;
using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.Keeping;
using Capacity.Core.Planning.Forecasting.RunningOut;
using Capacity.Mesos.Collection;
using Capacity.Server.Configuration;
using Capacity.Server.Forecasts;
using Capacity.Server.Hosting;
using Capacity.Server.Keeping;
using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Benchmarks.Forecasting;

/// <summary>What the service spends on the forecasts of a day: the demands of a large cluster, its zones, roles and teams are read, forecast, judged by what was said on each day of a year, kept, and asked for their dates.</summary>
internal static class ForecastServiceBenchmark
{
    private const int Zones = 5;
    private const int Roles = 20;
    private const int Teams = 30;
    private const int DaysJudged = 364;

    public static async Task RunAsync(int days, TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("capacity-forecasts-");
        var time = new ManualTime(new(2026, 6, 1, 6, 0, 0, TimeSpan.Zero));
        var configuration = Configuration(folder.FullName);
        var (stores, refusal) = await Stores.OpenAsync(configuration, time, cancellationToken);
        await using (var opened = stores ?? throw new InvalidOperationException(refusal))
        {
            await using var service = CapacityService.BuildIdle(configuration, opened, time);
            await opened.State.Demand.AppendAsync([.. Points(days, DemandStep.Day.Floor(time.Now))], cancellationToken);
            var keeper = service.Services.GetRequiredService<ForecastKeeper>();
            var first = await CostAsync(() => keeper.MakeAsync(DemandStep.Day, cancellationToken));
            output.WriteLine(Line($"{days} days, {keeper.Latest!.Entries.Count} demands, the first time", first));
            await opened.State.Forecasts.AppendAsync([.. Earlier(keeper.Latest!.Entries, time.Now)], cancellationToken);
            time.Now += TimeSpan.FromSeconds(1);
            output.WriteLine(Line($"{days} days, with forecasts of {DaysJudged} days to judge", await CostAsync(() => keeper.MakeAsync(DemandStep.Day, cancellationToken))));
            output.WriteLine(Line("dates of what has a capacity", await CostAsync(() => Task.Run(() => Dates(keeper.Latest!), cancellationToken))));
        }

        folder.Delete(recursive: true);
    }

    private static ServiceConfiguration Configuration(string folder)
    {
        var (minute, year) = (TimeSpan.FromMinutes(1), TimeSpan.FromDays(400));
        var cluster = new ClusterRequest(new() { Masters = [new("http://127.0.0.1:5050")] }, null, null);
        return new("benchmark", cluster, minute, minute, minute, new("http://127.0.0.1:0"), folder, year, year);
    }

    private static IEnumerable<DemandPoint> Points(int days, DateTimeOffset today)
    {
        DemandCut[] cuts =
        [
            DemandCut.Cluster, .. Enumerable.Range(0, Zones).Select(i => DemandCut.Zone($"zone-{i}")),
            .. Enumerable.Range(0, Roles).Select(i => DemandCut.Role($"role-{i}")), .. Enumerable.Range(0, Teams).Select(i => DemandCut.Team($"team-{i}")),
        ];
        for (var i = 0; i < cuts.Length; i++)
        {
            IReadOnlyList<double>[] courses = [.. Enumerable.Range(0, 5).Select(k => GrowingDemand.Make((5 * i) + k, days, days).Values)];
            for (var d = 0; d < days; d++)
            {
                double?[] at = [.. courses.Select(c => double.IsNaN(c[d]) ? (double?)null : c[d])];
                yield return new(
                    DemandStep.Day, today.AddDays(d - days), 24, new(cuts[i], default, new(at[0], at[1] * (1L << 30), at[2] * (1L << 30), null), new(at[3], at[4] * (1L << 30), null, null)));
            }
        }
    }

    private static IEnumerable<KeptForecast> Earlier(IEnumerable<ForecastEntry> entries, DateTimeOffset now) =>
        from entry in entries
        where entry.Forecast is not null
        let kept = ForecastMaker.Keep(entry.Past, entry.Forecast, now)
        from ago in Enumerable.Range(1, DaysJudged)
        select kept with { MadeAt = kept.MadeAt.AddDays(-ago), Start = kept.Start.AddDays(-ago) };

    private static int Dates(ForecastSet set) => set.Entries.Where(e => e.Key is { Cut.HasCapacity: true, Kind: DemandKind.Allocated } && e.Forecast is not null)
        .Count(e => RunOut.Of(e.Forecast!, new(1.1 * e.Past.Last ?? 0, 45) { Season = DemandStep.Day.Season() }).P50 is not null);

    private static async Task<(TimeSpan Cpu, TimeSpan Elapsed)> CostAsync(Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        var (cpu, start) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        await work();
        process.Refresh();
        return (process.TotalProcessorTime - cpu, Stopwatch.GetElapsedTime(start));
    }

    private static string Line(string what, (TimeSpan Cpu, TimeSpan Elapsed) cost) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}: {cost.Cpu.TotalSeconds:0.0} s of CPU, {cost.Elapsed.TotalSeconds:0.0} s");
}
