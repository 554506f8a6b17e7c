using System.Text.Json.Nodes;
using Capacity.Core.Cluster;
using Capacity.Core.Scanning;
using Capacity.Core.TimeSeries;

namespace Capacity.Server.Tests.Hosting;

/// <summary>The service through the elections and restarts of a real cluster: what is stored has no gaps but the real ones, no zeros, and what the raw answers give.</summary>
public sealed class RealInputTests
{
    private const double TotalCores = 100.5;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("leader-kill")]
    [InlineData("rolling")]
    public async Task Serve_ThroughTheElection_StoresTheClusterAsItWas(string name)
    {
        await using var recording = await WatchedRecording.StartAsync(name, Cancellation);
        await using var service = await recording.ServeAsync(null, Cancellation);
        using var http = new HttpClient();
        var start = recording.Time.GetUtcNow();
        List<ScanReport> reports = [];
        List<Dictionary<string, (double At, double CpuSeconds)>> raw = [];
        while (!recording.IsOver)
        {
            reports.Add(await service.CollectAsync(Cancellation));
            raw.Add(await RawAsync(recording, http));
            recording.Time.Advance(WatchedRecording.Tick / 2);
            Assert.Equal(TotalCores, (await service.LookAsync(Cancellation)).Cluster.Total.Cpus.Cores);
            recording.Time.Advance(WatchedRecording.Tick / 2);
        }

        Assert.Contains(reports, r => r.Picture.Leader is null);
        Assert.Equal(reports.Count, service.Keeping.CollectionsStored);
        var end = start + (reports.Count * WatchedRecording.Tick);
        AssertWhole(await service.Stores.Samples.ReadGroupsAsync(new(start, end, WatchedRecording.Tick), Cancellation), reports);

        var apps = reports.SelectMany(r => r.Picture.Containers).Select(c => c.App).Distinct().ToList();
        foreach (var app in apps)
        {
            var stored = Assert.Single((await service.Stores.Samples.ReadAppAsync(app, new(start, end, end - start), Cancellation)).Buckets);
            Near(Plain(app, reports, raw), stored.CpuCores / stored.Instances, $"{name}, {app}");
        }

        Assert.True(apps.Count >= 5, $"{apps.Count} apps");
    }

    private static void AssertWhole(IReadOnlyList<GroupSeries> groups, List<ScanReport> reports)
    {
        Assert.Equal(["cluster", "1", "2", "3", "4", "5"], groups.Select(g => g.Group is GroupKey.Zone zone ? zone.Name : "cluster"));
        foreach (var (bucket, report) in groups[0].Buckets.Zip(reports))
        {
            Assert.Equal((1, 6.0, TotalCores), (bucket.Looks, bucket.Agents, bucket.CpuCores.Total));
            Assert.True(bucket.CpuCores.Allocated > 0 && bucket.MemoryBytes.Allocated > 0 && bucket.Containers >= 22, $"{bucket}");
            Assert.True(bucket.MemoryBytes.Used is null or > 0, $"{bucket}");

            // What nobody measured is a gap, and never nothing.
            Assert.Equal(report.Cluster.Usage.Cpus is null, bucket.CpuCores.Used is null);
        }

        Assert.All(groups.Skip(1), g => Assert.All(g.Buckets, b => Assert.True(b is { Looks: 1, CpuCores.Total: > 0 } && b.Agents == (g == groups[1] ? 2 : 1), $"{g.Group}: {b}")));
    }

    /// <summary>The mean CPU of one instance, from the counters in the answers of the agents: what each pair of neighbouring samples grew by, weighted by the time between the collections.</summary>
    private static double? Plain(AppKey app, List<ScanReport> reports, List<Dictionary<string, (double At, double CpuSeconds)>> raw)
    {
        var ids = reports.SelectMany(r => r.Picture.Containers).Where(c => c.App == app).Select(c => c.Id).Distinct();
        double used = 0, measured = 0;
        foreach (var id in ids)
        {
            (int Tick, double At, double CpuSeconds)? last = null;
            for (var tick = 0; tick < raw.Count; tick++)
            {
                // Only what the service took too: it does not believe an agent that does not say its state.
                if (!raw[tick].TryGetValue(id, out var now) || reports[tick].Picture.Containers.FirstOrDefault(c => c.Id == id)?.Sample is null)
                {
                    continue;
                }

                if (last is { } before && now.At > before.At && now.CpuSeconds >= before.CpuSeconds)
                {
                    used += (now.CpuSeconds - before.CpuSeconds) / (now.At - before.At) * (tick - before.Tick);
                    measured += tick - before.Tick;
                }

                last = (tick, now.At, now.CpuSeconds);
            }
        }

        return measured > 0 ? used / measured : null;
    }

    private static async Task<Dictionary<string, (double At, double CpuSeconds)>> RawAsync(WatchedRecording recording, HttpClient http)
    {
        var counters = new Dictionary<string, (double, double)>();
        foreach (var agent in recording.Cluster.Agents)
        {
            try
            {
                var answer = JsonNode.Parse(await http.GetStringAsync(new Uri($"http://{recording.Cluster.Listeners[agent]}/containers"), Cancellation));
                foreach (var container in answer!.AsArray())
                {
                    if (container!["statistics"] is { } statistics && statistics["cpus_user_time_secs"] is { } user)
                    {
                        counters[container["container_id"]!.GetValue<string>()] =
                            (statistics["timestamp"]!.GetValue<double>(), user.GetValue<double>() + statistics["cpus_system_time_secs"]!.GetValue<double>());
                    }
                }
            }
            catch (HttpRequestException)
            {
                // The agent is down at this moment of the recording.
            }
        }

        return counters;
    }

    private static void Near(double? expected, double? actual, string what) => Assert.True(
        expected is double e && actual is double a ? Math.Abs(e - a) <= 1e-4 * Math.Max(0.01, Math.Abs(e)) : expected == actual,
        $"{what}: expected {expected}, was {actual}");
}
