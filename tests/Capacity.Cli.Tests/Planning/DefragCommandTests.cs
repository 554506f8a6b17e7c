using System.Text.Json.Nodes;
using Capacity.Simulator;

namespace Capacity.Cli.Tests.Planning;

public sealed class DefragCommandTests : IAsyncLifetime
{
    private SimulatedCluster? cluster;

    public async ValueTask InitializeAsync() =>
        cluster = await SimulatedCluster.StartAsync(new() { Agents = 12, Seed = 5 }, TimeProvider.System, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await cluster!.DisposeAsync();

    [Fact]
    public async Task Defrag_LiveCluster_PlansStepsInOrderInEveryForm()
    {
        var json = await AskAsync("defrag", "--goal", "largest-fit", "--max-moves", "4", "--output", "json");
        Assert.Equal((ExitCodes.Ok, ""), (json.ExitCode, json.Error));
        var plan = JsonNode.Parse(json.Output)!;
        Assert.Equal("capacity-defrag/1", plan["schema"]!.GetValue<string>());
        var steps = plan["steps"]!.AsArray();
        Assert.InRange(steps.Count, 1, 4);
        Assert.Equal(Enumerable.Range(1, steps.Count), steps.Select(s => s!["step"]!.GetValue<int>()));
        Assert.Equal(plan["after"]!.GetValue<double>(), steps[^1]!["value"]!.GetValue<double>());
        Assert.True(plan["after"]!.GetValue<double>() > plan["before"]!.GetValue<double>());
        Assert.All(steps, s => Assert.NotEqual(s!["from"]!.GetValue<string>(), s["to"]!.GetValue<string>()));

        var csv = await AskAsync("defrag", "--goal", "largest-fit", "--max-moves", "4", "--output", "csv");
        Assert.StartsWith("step,wave,framework,app,task,", csv.Output, StringComparison.Ordinal);
        Assert.Equal(steps.Count + 1, csv.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);

        var table = await AskAsync("defrag", "--goal", "largest-fit", "--max-moves", "4");
        Assert.Contains(steps[0]!["to"]!.GetValue<string>(), table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shapes_LiveCluster_ComparesThoseThatWereNamed()
    {
        var json = await AskAsync("shapes", "--shape", "16c64g", "--shape", "16c32g", "--output", "json");

        Assert.Equal((ExitCodes.Ok, ""), (json.ExitCode, json.Error));
        var advice = JsonNode.Parse(json.Output)!;
        Assert.Equal(["16c32g", "16c64g"], advice["shapes"]!.AsArray().Select(s => s!["shape"]!.GetValue<string>()).Order());
        Assert.NotEmpty(advice["rooms"]!.AsArray());
        Assert.Contains("16c64g", (await AskAsync("shapes", "--shape", "16c64g")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--goal: 'large' is none of fragmentation, free-agents, largest-fit, stranding, risk.", "defrag", "--goal", "large")]
    [InlineData("--max-moves: 'many' is no whole number from 0 to 100000.", "defrag", "--max-moves", "many")]
    [InlineData("'16x64' is no machine shape: write cores and GiB, such as 16c64g", "shapes", "--shape", "16x64")]
    public async Task Plan_BadArguments_SaysWhatToWrite(string expected, params string[] arguments)
    {
        var run = await Run.Async(arguments);

        Assert.Equal((ExitCodes.BadArguments, expected), (run.ExitCode, run.Error.Trim()));
    }

    private Task<Run> AskAsync(params string[] arguments) => Run.Async([.. arguments, "--master", cluster!.MasterUrls[0].ToString(), "--marathon", cluster.MarathonUrls[0].ToString()]);
}
