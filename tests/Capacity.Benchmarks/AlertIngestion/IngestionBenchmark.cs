using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Capacity.Benchmarks.Cycle;
using Capacity.Benchmarks.Service;

namespace Capacity.Benchmarks.AlertIngestion;

/// <summary>Sends the same storm of alerts to the service and to Alertmanager, each in a process of its own, and compares what it cost them.</summary>
internal static class IngestionBenchmark
{
    private const double Megabyte = 1e6;

    /// <summary>A service is up before a storm comes: what its start goes on to do is none of the storm's cost.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(int alerts, int rounds, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("capacity-alerts-").FullName;
        try
        {
            var storm = new AlertStorm(alerts);
            var file = Path.Combine(folder, "capacity.yaml");
            await File.WriteAllTextAsync(file, UnwatchedCluster.Yaml(Path.Combine(folder, "data")), cancellationToken);
            using var service = Child.Start("serve", file);
            var address = new Uri(await service.HearAsync(cancellationToken));
            var ours = await CostAsync("Capacity", storm, rounds, service, address, cancellationToken);
            if (AlertmanagerPeer.Find() is not { } program)
            {
                Say($"Alertmanager is not installed (Debian: apt-get install --no-install-recommends prometheus-alertmanager): nothing to compare with.");
                return;
            }

            var (peer, peerAddress) = AlertmanagerPeer.Start(program, folder);
            var theirs = await CostAsync("Alertmanager", storm, rounds, peer, peerAddress, cancellationToken);
            peer.Kill();
            Say($"Capacity takes {theirs.All / ours.All:f1} times as many alerts per CPU-second ({theirs.New / ours.New:f1} when they are new, {theirs.Again / ours.Again:f1} when they are sent again), and {ours.ResidentBytes / (double)theirs.ResidentBytes:f2} of the memory (peak {ours.PeakBytes / (double)theirs.PeakBytes:f2}, its own {ours.OwnBytes / (double)theirs.OwnBytes:f2}).");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IngestionCost> CostAsync(string name, AlertStorm storm, int rounds, Child process, Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = address };
        await ReadyAsync(http, cancellationToken);
        await Task.Delay(Settle, TimeProvider.System, cancellationToken);
        var (began, idle) = (TimeProvider.System.GetUtcNow(), process.ResidentBytes);
        List<TimeSpan> spent = [];
        for (var round = 0; round < rounds; round++)
        {
            var bodies = storm.Round(began, TimeProvider.System.GetUtcNow());
            var before = process.Cpu;
            foreach (var body in bodies)
            {
                await SendAsync(http, body, cancellationToken);
            }

            // What is done after the answer counts too.
            await Task.Delay(Rest, TimeProvider.System, cancellationToken);
            spent.Add(process.Cpu - before);
        }

        var cost = new IngestionCost(
            spent[0], spent.Skip(1).Aggregate(TimeSpan.Zero, (a, b) => a + b) / (rounds - 1), spent.Aggregate(TimeSpan.Zero, (a, b) => a + b), process.ResidentBytes, process.OwnBytes, process.PeakBytes);
        await CheckAsync(http, storm.Count, cancellationToken);
        Say($"{name}: {storm.Count / cost.New.TotalSeconds:f0} new alerts per CPU-second, {storm.Count / cost.Again.TotalSeconds:f0} sent again, {storm.Count * rounds / cost.All.TotalSeconds:f0} in all; RSS {idle / Megabyte:f0} MB before, {cost.ResidentBytes / Megabyte:f0} MB ({cost.OwnBytes / Megabyte:f0} MB its own), peak {cost.PeakBytes / Megabyte:f0} MB");
        return cost;
    }

    private static async Task ReadyAsync(HttpClient http, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                (await http.GetAsync(new Uri("/-/ready", UriKind.Relative), cancellationToken)).Dispose();
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
            }
        }
    }

    private static async Task SendAsync(HttpClient http, byte[] body, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var answer = await http.PostAsync(new Uri("/api/v2/alerts", UriKind.Relative), content, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Whoever is measured has to hold all of them.</summary>
    private static async Task CheckAsync(HttpClient http, int expected, CancellationToken cancellationToken)
    {
        await using var answer = await http.GetStreamAsync(new Uri("/api/v2/alerts", UriKind.Relative), cancellationToken);
        var held = 0;
        await foreach (var unused in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(answer, cancellationToken: cancellationToken))
        {
            held++;
        }

        if (held != expected)
        {
            throw new InvalidOperationException($"{held} alerts are held, not {expected}.");
        }
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
