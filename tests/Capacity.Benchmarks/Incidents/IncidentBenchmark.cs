using System.Globalization;
using Capacity.Benchmarks.Service;
using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Paging;
using Capacity.Server.Alerts;
using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Capacity.Server.Incidents;
using Capacity.Server.Keeping;
using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Benchmarks.Incidents;

/// <summary>A zone loses its power: how long it takes until each alert is decided upon and that is on disk, and until the page is in the log.</summary>
internal static class IncidentBenchmark
{
    /// <summary>What Prometheus sends at once.</summary>
    private const int BatchSize = 256;

    private const int Machines = 600;
    private static readonly TimeSpan Collapse = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(int alerts, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("capacity-incidents-").FullName;
        try
        {
            var yaml = UnwatchedCluster.Yaml(folder) + $"alerts: {{ policy: {{ collapse: {Collapse.TotalSeconds}s }} }}";
            var configuration = ((ConfigurationOutcome.Loaded)ConfigurationLoader.Read(yaml)).Configuration;
            var (stores, refusal) = await Stores.OpenAsync(configuration, TimeProvider.System, cancellationToken);
            await using var open = stores ?? throw new InvalidOperationException(refusal);
            await using var service = CapacityService.Build(configuration, open, TimeProvider.System);
            await service.StartAsync(cancellationToken);
            await MeasureAsync(service.Services, open, Storm(alerts), cancellationToken);
            await service.StopAsync(cancellationToken);
            Say($"state.db: {new DirectoryInfo(folder).EnumerateFiles("state.db*").Sum(f => f.Length) / 1e6:f1} MB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(IServiceProvider services, Stores stores, List<PostedAlert> storm, CancellationToken cancellationToken)
    {
        var (keeper, figures) = (services.GetRequiredService<AlertKeeper>(), services.GetRequiredService<DeskFigures>());
        List<(int Alerts, TimeSpan Took)> decided = [];
        figures.OnTook = (count, took) =>
        {
            lock (decided)
            {
                decided.Add((count, took));
            }
        };
        var before = Resident();
        var began = TimeProvider.System.GetTimestamp();
        List<TimeSpan> acknowledged = [];
        foreach (var batch in storm.Chunk(BatchSize))
        {
            var sent = TimeProvider.System.GetTimestamp();
            await keeper.TakeAsync(batch, "10.0.0.7");
            acknowledged.AddRange(Enumerable.Repeat(TimeProvider.System.GetElapsedTime(sent), batch.Length));
        }

        Say($"{storm.Count} alerts acknowledged in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:f2} s");
        while (decided.Sum(d => d.Alerts) < storm.Count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, cancellationToken);
        }

        var latency = decided.SelectMany(d => Enumerable.Repeat(d.Took, d.Alerts)).ToList();
        Say($"decided and on disk: p50 {Quantile(latency, 0.5):f3} s, p99 {Quantile(latency, 0.99):f3} s, longest {latency.Max().TotalSeconds:f3} s");
        Say($"to acknowledge alone: p99 {Quantile(acknowledged, 0.99):f3} s; decisions take {Quantile(latency, 0.99) / Quantile(acknowledged, 0.99):f1} times that");
        IReadOnlyList<IncidentNotice> notices;
        while ((notices = await stores.State.Notices.ReadAsync(0, 10, cancellationToken)).Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, cancellationToken);
        }

        Say($"page in the log {(TimeProvider.System.GetElapsedTime(began) - Collapse).TotalSeconds:f2} s after the {Collapse.TotalSeconds:f0} s that machines are collected for: {notices[0].Cause}, {notices[0].HostCount} machines, {notices[0].Alerts} alerts; {notices.Count} notices");
        Say($"memory: {(Resident() - before) / 1e6:f0} MB for {storm.Count} alerts, of the board and the correlator together");
    }

    /// <summary>A fifth of the alerts say that machines and their agents are gone, the rest that tasks are.</summary>
    private static List<PostedAlert> Storm(int count)
    {
        var pool = new LabelPool();
        var now = TimeProvider.System.GetUtcNow();
        return [.. Enumerable.Range(0, count).Select(i => new PostedAlert(Labels(i, pool), AnnotationSet.Empty, "", now, now.AddHours(1)))];
    }

    private static LabelSet Labels(int i, LabelPool pool)
    {
        var host = $"agent-{i % Machines}.zone-b.example.org";
        var (name, app) = i < Machines ? ("NodeDown", null) : i < 2 * Machines ? ("MesosAgentDown", null) : ("MesosTaskLost", $"/prod/app-{i % 2500}");
        List<KeyValuePair<string, string>> labels = [new("alertname", name), new("host", host), new("zone", "b"), new("rack", $"b{i % 25}"), new("severity", "critical"), new("cluster", "prod-eu")];
        if (app is not null)
        {
            labels.AddRange([new("app", app), new("task_id", string.Create(CultureInfo.InvariantCulture, $"prod_app-{i % 2500}.{i:x8}-3d5c-11ef-9a3c-0242ac110002"))]);
        }

        return LabelSet.Create(labels, pool);
    }

    private static double Quantile(List<TimeSpan> values, double share) => values.Order().ElementAt((int)(share * (values.Count - 1))).TotalSeconds;

    private static long Resident()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
