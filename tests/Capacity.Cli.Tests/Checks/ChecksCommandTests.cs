using System.Text.Json.Nodes;
using Capacity.Cli.Tests.Serving;
using Capacity.Core.Checks;
using Capacity.Server.Checks;
using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Cli.Tests.Checks;

public sealed class ChecksCommandTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Checks_OfAService_AreListed()
    {
        await using var cluster = await ServedCluster.StartAsync(Cancellation);
        var configuration = Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Load(cluster.Configuration)).Configuration;
        await using var stores = (await Stores.OpenAsync(configuration, TimeProvider.System, Cancellation)).Stores!;
        await using var service = CapacityService.BuildIdle(configuration, stores, TimeProvider.System);
        await service.StartAsync(Cancellation);
        var url = service.Urls.Single();

        var before = await Run.Async("checks", "--url", url);
        await service.Services.GetRequiredService<ClusterWatch>().CollectAsync(Cancellation);
        await service.Services.GetRequiredService<CheckKeeper>().LookAsync();
        var table = await Run.Async("checks", "--url", url);
        var json = await Run.Async("checks", "--url", url, "--output", "json");

        Assert.Equal((ExitCodes.Ok, ""), (before.ExitCode, before.Error));
        Assert.Contains("have not looked yet", before.Output, StringComparison.Ordinal);
        Assert.Equal((ExitCodes.Ok, ""), (table.ExitCode, table.Error));
        Assert.All(CheckCatalogue.All, c => Assert.Contains(c.Name, table.Output, StringComparison.Ordinal));
        Assert.Contains("ZooKeeper is not looked at", table.Output, StringComparison.Ordinal);
        Assert.Equal(CheckCatalogue.All.Select(c => c.Name), JsonNode.Parse(json.Output)!["checks"]!.AsArray().Select(c => c!["name"]!.GetValue<string>()));
        await service.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Checks_NoService_SaysWhatToDo()
    {
        var run = await Run.Async("checks", "--url", "http://127.0.0.1:1");

        Assert.Equal(ExitCodes.Failed, run.ExitCode);
        Assert.Contains("capacity serve", run.Error, StringComparison.Ordinal);
    }
}
