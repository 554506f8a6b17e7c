using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Capacity.Cli.Tests.Serving;

/// <summary>Changes are announced to a service that runs, and what it received can be replayed.</summary>
public sealed class ChangesAndReceivedLogTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Change_AnnouncedOnTheCommandLine_HoldsWhatFiresAndIsInTheLog()
    {
        await using var cluster = await ServedCluster.StartAsync(Cancellation);
        var log = Path.Combine(cluster.Data, "received");
        await File.AppendAllTextAsync(cluster.Configuration, $"alerts: {{ policy: {{ collapse: 1s, settle: 1s }}, receivedLog: {{ folder: '{log}' }} }}\n", Cancellation);
        using (var serve = await ServeProcess.StartAsync(cluster.Configuration, Cancellation))
        {
            var url = serve.Address.ToString();
            var started = await Run.Async("change", "start", "up-1", "--kind", "master_update", "--target", "m1", "m2", "--expected", "10m", "--grace", "5m", "--comment", "1.12", "--url", url);
            Assert.Equal((0, "up-1: announced for 2 machines.\n"), (started.ExitCode, started.Output));
            Assert.Equal(1, (await Run.Async("change", "start", "up-1", "--target", "m1", "--url", url)).ExitCode);
            Assert.Equal((0, "up-1: m1 is taken.\n"), Outcome(await Run.Async("change", "target", "begin", "up-1", "m1", "--url", url)));
            var unknown = await Run.Async("change", "target", "begin", "up-1", "m9", "--url", url);
            Assert.Contains("has no target 'm9', but m1, m2", unknown.Error, StringComparison.Ordinal);
            var bad = await Run.Async("change", "start", "up 2", "--target", "m1", "--expected", "soon", "--url", url);
            Assert.Equal(2, bad.ExitCode);

            await PostAsync(serve, "MasterDown", "m1");
            await PostAsync(serve, "MasterDown", "m2");
            await ServeProcess.UntilAsync(async c => (await serve.GetJsonAsync("/api/v1/incidents", c)).GetArrayLength(), 1, Cancellation);
            var held = await serve.GetJsonAsync("/api/v1/incidents/held", Cancellation);
            Assert.Contains(held.GetProperty("groups").EnumerateArray(), g => g.GetProperty("reason").GetString()!.StartsWith("up-1 may take m1 until", StringComparison.Ordinal));

            Assert.Equal((0, "up-1: m1 is back.\n"), Outcome(await Run.Async("change", "target", "end", "up-1", "m1", "--url", url)));
            Assert.Equal((0, "up-1: over.\n"), Outcome(await Run.Async("change", "end", "up-1", "--url", url)));
            var list = await Run.Async("change", "list", "--output", "json", "--url", url);
            Assert.Equal("ended", JsonSerializer.Deserialize<JsonElement>(list.Output)[0].GetProperty("state").GetString());
            Assert.Contains("up-1", (await Run.Async("change", "list", "--url", url)).Output, StringComparison.Ordinal);
            await serve.TerminateAsync(Cancellation);
        }

        var replayed = await Run.Async("alerts", "replay", Path.Combine(log, "received.jsonl"), "--output", "json");
        Assert.Equal((0, ""), (replayed.ExitCode, replayed.Error));
        var result = JsonSerializer.Deserialize<JsonElement>(replayed.Output);
        Assert.Equal(2, result.GetProperty("alerts").GetInt32());
        Assert.Contains(result.GetProperty("reasons").EnumerateArray(), r => r.GetProperty("reason").GetString()!.StartsWith("up-1 may take m1", StringComparison.Ordinal));
    }

    private static (int ExitCode, string Output) Outcome(Run run) => (run.ExitCode, run.Output);

    private static async Task PostAsync(ServeProcess serve, string name, string host)
    {
        var alert = new[] { new { labels = new { alertname = name, host }, endsAt = "2099-01-01T00:00:00Z" } };
        using var content = new StringContent(JsonSerializer.Serialize(alert), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var answer = await serve.PostAsync("/api/v2/alerts", content, Cancellation);
        answer.EnsureSuccessStatusCode();
    }
}
