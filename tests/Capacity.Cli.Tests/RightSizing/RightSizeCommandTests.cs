using System.Text.Json.Nodes;
using Capacity.Cli.Tests.Serving;
using Capacity.Core.RightSizing.Tracking;
using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Capacity.Server.RightSizing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Cli.Tests.RightSizing;

public sealed class RightSizeCommandTests : IAsyncLifetime
{
    private ServedCluster? cluster;
    private Stores? stores;
    private WebApplication? service;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Url => service!.Urls.Single();

    public async ValueTask InitializeAsync()
    {
        cluster = await ServedCluster.StartAsync(Cancellation);
        var configuration = Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Load(cluster.Configuration)).Configuration;
        stores = (await Stores.OpenAsync(configuration, TimeProvider.System, Cancellation)).Stores!;
        service = CapacityService.Build(configuration, stores, TimeProvider.System);
        await service.StartAsync(Cancellation);
        while (service.Services.GetRequiredService<ClusterWatch>().Latest is null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);
        }

        await service.Services.GetRequiredService<AdviceKeeper>().ComputeAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await service!.StopAsync(CancellationToken.None);
        await service.DisposeAsync();
        await stores!.DisposeAsync();
        await cluster!.DisposeAsync();
    }

    [Fact]
    public async Task RightSize_AskExplainDecide_SaysWhatTheServiceSays()
    {
        var list = await Run.Async("rightsize", "--url", Url, "--output", "json");
        Assert.Equal((ExitCodes.Ok, ""), (list.ExitCode, list.Error));
        var id = JsonNode.Parse(list.Output)![0]!["id"]!.GetValue<string>();
        var framework = JsonNode.Parse(list.Output)![0]!["framework"]!.GetValue<string>();

        Assert.Contains(id, (await Run.Async("rightsize", "--url", Url)).Output, StringComparison.Ordinal);
        Assert.StartsWith("framework,id,", (await Run.Async("rightsize", "--url", Url, "--output", "csv")).Output, StringComparison.Ordinal);
        var explained = await Run.Async("rightsize", "explain", id, "--framework", framework, "--url", Url);
        Assert.Contains("NOT_ENOUGH_DATA", explained.Output, StringComparison.Ordinal);
        Assert.Contains("There is no body for Marathon: too little is known", explained.Output, StringComparison.Ordinal);

        var snoozed = await Run.Async("rightsize", "snooze", id, "--framework", framework, "--reason", "later", "--until", "14d", "--url", Url);
        Assert.Equal((ExitCodes.Ok, $"{id}: snoozed."), (snoozed.ExitCode, snoozed.Output.Trim()));
        var one = await Run.Async("rightsize", "--decision", "snoozed", "--url", Url, "--output", "json");
        Assert.Equal("later", Assert.Single(JsonNode.Parse(one.Output)!.AsArray())!["decision"]!["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task Snooze_ServiceWhoseClockRunsAhead_CountsByThat()
    {
        var app = service!.Services.GetRequiredService<AdviceKeeper>().Latest!.Apps[0].Advice.App.Key;

        var snoozed = await Run.Async(
            new LateTime(TimeSpan.FromDays(40)), Cancellation, "rightsize", "snooze", app.Id, "--framework", app.Framework, "--reason", "later", "--until", "3d", "--url", Url);

        Assert.Equal((ExitCodes.Ok, ""), (snoozed.ExitCode, snoozed.Error));
        var decision = Assert.Single(await stores!.State.Advice.ReadDecisionsAsync(Cancellation));
        Assert.Equal(decision.At.AddDays(3), decision.Until!.Value, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Explain_AppThatChanged_SaysWhatHappenedAfter()
    {
        var app = service!.Services.GetRequiredService<AdviceKeeper>().Latest!.Apps.First(a => a.Advice.CostPerHour > 0).Advice;
        var now = AdviceRecord.Of(app, TimeProvider.System.GetUtcNow().AddDays(-3));
        var before = now with { At = now.At.AddDays(-3), Current = now.Current with { Instances = now.Current.Instances + 1 }, CostPerHour = now.CostPerHour + (10 / Amounts.HoursPerMonth) };
        await stores!.State.Advice.AppendAsync([before, now], Cancellation);

        var text = await Run.Async("rightsize", "explain", app.App.Key.Id, "--framework", app.App.Key.Framework, "--url", Url);
        var json = await Run.Async("rightsize", "explain", app.App.Key.Id, "--framework", app.App.Key.Framework, "--url", Url, "--output", "json");

        Assert.Matches($"what happened after the change of .* x{before.Current.Instances} to .* x{now.Current.Instances}: saves 10 a month; in \\d days? since, 0 kills for memory, throttled -, above the CPU request ", text.Output);
        Assert.Equal(before.Current.Instances, JsonNode.Parse(json.Output)!["outcome"]!["from"]!["instances"]!.GetValue<int>());
    }

    [Fact]
    public async Task RightSize_WordsThatAreNone_AreBadArguments()
    {
        var asked = await Run.Async("rightsize", "--verdict", "large", "--url", Url);
        Assert.Equal(ExitCodes.BadArguments, asked.ExitCode);
        Assert.Contains("verdict: 'large' is none of", asked.Error, StringComparison.Ordinal);
        var unknown = await Run.Async("rightsize", "explain", "/nowhere", "--url", Url);
        Assert.Equal((ExitCodes.Failed, "Nothing is advised for an app '/nowhere': capacity rightsize lists all apps."), (unknown.ExitCode, unknown.Error.Trim()));
        Assert.StartsWith("No app is like that.", (await Run.Async("rightsize", "--team", "nobody", "--url", Url)).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.BadArguments, (await Run.Async("rightsize", "snooze", "/x", "--reason", "r", "--until", "someday", "--url", Url)).ExitCode);
        Assert.Equal(ExitCodes.BadArguments, (await Run.Async("rightsize", "accept", "/x", "--url", Url)).ExitCode);
    }

    [Fact]
    public async Task RightSize_NoService_SaysHowToStartOne()
    {
        var asked = await Run.Async("rightsize", "--url", "http://127.0.0.1:1");

        Assert.Equal(ExitCodes.Failed, asked.ExitCode);
        Assert.StartsWith("No service answers at http://127.0.0.1:1/: connection refused. Start it with capacity serve", asked.Error, StringComparison.Ordinal);
    }
}
