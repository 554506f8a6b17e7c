using System.Text.Json.Nodes;
using Capacity.Cli.Tests.Serving;

namespace Capacity.Cli.Tests.RightSizing;

/// <summary>What a service has stored answers where it does not run.</summary>
public sealed class StandInTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RightSize_ServiceThatDoesNotRun_AnswersFromWhatItStored()
    {
        await using var cluster = await ServedCluster.StartAsync(Cancellation);
        using (var serve = await ServeProcess.StartAsync(cluster.Configuration, Cancellation))
        {
            await ServeProcess.UntilAsync(serve.StoredAsync, 2, Cancellation);
            await serve.KillAsync(Cancellation);
        }

        var list = await Run.Async("rightsize", "--config", cluster.Configuration, "--output", "json");

        Assert.Equal(ExitCodes.Ok, list.ExitCode);
        Assert.Contains("from what it has stored", list.Error, StringComparison.Ordinal);
        var first = JsonNode.Parse(list.Output)!.AsArray()[0]!;
        var snoozed = await Run.Async("rightsize", "snooze", first["id"]!.GetValue<string>(), "--framework", first["framework"]!.GetValue<string>(), "--reason", "later", "--config", cluster.Configuration);
        Assert.Equal(ExitCodes.Ok, snoozed.ExitCode);
        var decided = await Run.Async("rightsize", "--decision", "snoozed", "--config", cluster.Configuration, "--output", "json");
        Assert.Single(JsonNode.Parse(decided.Output)!.AsArray());
    }

    [Fact]
    public async Task RightSize_ClusterThatDoesNotAnswerEither_SaysSo()
    {
        var folder = Directory.CreateTempSubdirectory("capacity-standin-");
        var file = Path.Combine(folder.FullName, "capacity.yaml");
        await File.WriteAllTextAsync(file, $"cluster: {{ name: gone, masters: ['http://127.0.0.1:1'] }}\nweb: {{ listen: 'http://127.0.0.1:0' }}\nstorage: {{ folder: '{folder.FullName}/data' }}\n", Cancellation);

        var list = await Run.Async("rightsize", "--config", file);

        Assert.Equal(ExitCodes.Failed, list.ExitCode);
        Assert.Contains("The cluster could not be looked at", list.Error, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }
}
