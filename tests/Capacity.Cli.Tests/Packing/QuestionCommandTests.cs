using System.Text.Json.Nodes;

namespace Capacity.Cli.Tests.Packing;

/// <summary><c>fit</c>, <c>pack</c> and <c>whatif</c> against a recorded cluster that is served as one that lives.</summary>
public sealed class QuestionCommandTests(ReplayedCluster cluster) : IClassFixture<ReplayedCluster>
{
    [Fact]
    public async Task Fit_SomethingSmall_EndsWithZero()
    {
        var run = await Run.Async("fit", "--cpus", "4", "--mem", "8GiB", "--output", "json", "--master", cluster.Masters);

        Assert.Equal(0, run.ExitCode);
        var answer = JsonNode.Parse(run.Output)!;
        Assert.True(answer["fits"]!.GetValue<bool>());
        Assert.Equal(6, answer["agents"]!.GetValue<int>());
        Assert.Equal(1, answer["where"]![0]!["instances"]!.GetValue<int>());
    }

    [Fact]
    public async Task Fit_MoreThanThereIs_EndsWithFiveAndSaysWhatBinds()
    {
        var run = await Run.Async("fit", "--cpus", "1", "--mem", "1GiB", "--instances", "7", "--constraint", "hostname:UNIQUE", "--master", cluster.Masters);

        Assert.Equal(5, run.ExitCode);
        Assert.Contains("6 of 7", run.Output, StringComparison.Ordinal);
        Assert.Contains("constraint hostname UNIQUE", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pack_Table_HasZonesShapesAndLosses()
    {
        var run = await Run.Async("pack", "--master", cluster.Masters);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("zone 3", run.Output, StringComparison.Ordinal);
        Assert.Contains("What still fits", run.Output, StringComparison.Ordinal);
        Assert.Contains("agent3.z3.mesos.test:5063", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIf_Add_HasMoreAgentsAfter()
    {
        var run = await Run.Async("whatif", "add", "2x16c64g", "--output", "json", "--master", cluster.Masters);

        Assert.Equal(0, run.ExitCode);
        var answer = JsonNode.Parse(run.Output)!;
        Assert.Equal((6, 8), (answer["before"]!["agents"]!.GetValue<int>(), answer["after"]!["agents"]!.GetValue<int>()));
        Assert.True(answer["after"]!["headroom"]!["ratio"]!.GetValue<double>() >= answer["before"]!["headroom"]!["ratio"]!.GetValue<double>());
    }

    [Theory]
    [InlineData("Say what each instance asks for", "fit")]
    [InlineData("--mem: '8 GB' is no amount", "fit", "--mem", "8 GB")]
    [InlineData("'flood' is no scenario", "whatif", "flood")]
    [InlineData("'grow' cannot be read: write grow PERCENT;", "whatif", "grow")]
    [InlineData("no agent 'nobody': write its host's name", "whatif", "agent-loss", "nobody")]
    [InlineData("--table needs --output csv.", "pack", "--table", "risks")]
    [InlineData("Give --master to ask the cluster itself, or --url", "pack", "--url", "http://127.0.0.1:1")]
    [InlineData("no zone 'nowhere'", "whatif", "zone-loss", "nowhere")]
    [InlineData("rightsized needs advice", "whatif", "rightsized")]
    [InlineData("--start-time: 'soon'", "whatif", "busiest-agent", "--start-time", "soon")]
    public async Task Question_SomethingWrong_EndsWithTwoAndOneLine(string expected, params string[] arguments)
    {
        var run = await Run.Async([.. arguments, "--master", cluster.Masters]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task Pack_OptionsOfTheClusterWithoutMasters_AreRefused()
    {
        var run = await Run.Async("pack", "--marathon", "http://127.0.0.1:1");

        Assert.Equal((ExitCodes.BadArguments, "--marathon is for asking the cluster itself: give --master too."), (run.ExitCode, run.Error.Trim()));
    }

    [Fact]
    public async Task Fit_NoServiceThere_SaysHowToNameOne()
    {
        var run = await Run.Async("fit", "--cpus", "1", "--mem", "1GiB", "--url", "http://127.0.0.1:1");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("No service answers", run.Error, StringComparison.Ordinal);
    }
}
