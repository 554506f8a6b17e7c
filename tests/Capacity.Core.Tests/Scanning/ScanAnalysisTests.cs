using Capacity.Core.Cluster;
using Capacity.Core.Scanning;

namespace Capacity.Core.Tests.Scanning;

public sealed class ScanAnalysisTests
{
    [Fact]
    public void Analyse_OneTakesMoreThanItAskedFor_ItHidesNoWasteOfTheOthers()
    {
        var report = ScanAnalysis.Analyse([Pictures.At(0, ("busy", 0), ("idle", 0)), Pictures.At(10, ("busy", 20), ("idle", 0))]);

        Assert.Equal(2, report.Cluster.Usage.Cpus!.Value.Cores);
        Assert.Equal(1, report.Cluster.Usage.CpusWasted!.Value.Cores);
        Assert.Equal(report.Cluster.Usage.CpusWasted, report.Apps.Single().Usage.CpusWasted);
    }

    [Fact]
    public void Analyse_ContainerHasJustStarted_IsNoWarning()
    {
        var report = ScanAnalysis.Analyse([Pictures.At(0, ("old", 0)), Pictures.At(10, ("old", 1), ("new", 0))]);

        Assert.Empty(report.Warnings);
        Assert.True(report.IsComplete);
        Assert.Equal(1, report.Cluster.Usage.CpuMeasured);
    }

    [Fact]
    public void Analyse_NothingMeasured_IsPartial()
    {
        var report = ScanAnalysis.Analyse([Pictures.At(0, ("a", null), ("b", null)), Pictures.At(10, ("a", null), ("b", null))]);

        Assert.False(report.IsComplete);
        Assert.Equal("usage-partial", Assert.Single(report.Warnings).Code);
    }

    [Fact]
    public void Analyse_OneOfManyUnmeasured_IsSaidAndNotPartial()
    {
        (string, double?)[] first = [.. Enumerable.Range(0, 20).Select(i => ($"c{i}", (double?)i))];
        (string, double?)[] second = [("c0", null), .. first[1..]];

        var report = ScanAnalysis.Analyse([Pictures.At(0, first), Pictures.At(10, second)]);

        Assert.True(report.IsComplete);
        Assert.Contains("1 of the 20", Assert.Single(report.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Analyse_TaskEndsBetweenTheAnswersOfMasterAndAgent_IsNoSignOfHiddenFrameworks()
    {
        var first = Pictures.At(0, ("a", 0), ("b", 0), ("c", 0));
        var second = Pictures.At(10, ("a", 1), ("b", 1), ("c", 1));

        var report = ScanAnalysis.Analyse([first, second with { Containers = [.. second.Containers.SkipLast(1)] }]);

        Assert.Empty(report.Warnings);
    }

    [Fact]
    public void Analyse_FrameworkHiddenInEverySample_IsPartial()
    {
        ClusterSnapshot Hiding(ClusterSnapshot picture) => picture with { Containers = [.. picture.Containers.Take(1)] };

        var report = ScanAnalysis.Analyse([Hiding(Pictures.At(0, ("a", 0), ("b", 0), ("c", 0))), Hiding(Pictures.At(10, ("a", 1), ("b", 1), ("c", 1)))]);

        Assert.Equal("partial-credentials", Assert.Single(report.Warnings).Code);
        Assert.False(report.IsComplete);
    }

    [Fact]
    public void Analyse_SourceFailedInAnEarlierSample_IsSaid()
    {
        var failed = new SourceReading(SourceKind.Agent, new("a", 5051), "/state", Agents.Noon, TimeSpan.Zero, new(FailureReason.TimedOut, "no whole answer within 10 s"));

        var report = ScanAnalysis.Analyse([Pictures.At(0, ("a", 0)) with { Sources = [failed] }, Pictures.At(10, ("a", 1))]);

        Assert.Equal("Agent a:5051/state in an earlier sample: no whole answer within 10 s.", Assert.Single(report.Warnings).Message);
        Assert.True(report.IsComplete);
    }

    [Theory]
    [InlineData(5, 0, false)]
    [InlineData(90, 0, true)]
    [InlineData(5, 3, true)]
    public void Analyse_InstancesInTheQueue_AreSaidWhenTheyWaitForRoom(double waitedSeconds, int rejected, bool expected)
    {
        var queued = new QueuedApp(
            new("marathon", "/big"), 2, Agents.Noon.AddSeconds(-waitedSeconds), TimeSpan.Zero, rejected == 0 ? new Dictionary<string, long>() : new() { ["InsufficientMemory"] = rejected });

        var report = ScanAnalysis.Analyse([Pictures.At(0, ("a", 0)) with { Marathons = [new("F", [], [queued], new Dictionary<string, string>(), [])] }]);

        Assert.Equal(expected, report.Warnings.Any(w => w.Code == "app-waiting"));
    }

    [Fact]
    public void Analyse_AgentsHaveNotComeBackSinceTheElection_TheWarmUpIsNamedAndTheyAreCounted()
    {
        var before = Pictures.At(0, ("a", 0));
        var memory = new ClusterMemory();
        var after = before with
        {
            TakenAt = Agents.Noon.AddSeconds(10),
            Leader = new(new("m2", 5050), LeaderPhase.WarmingUp, Agents.Noon.AddSeconds(5), 1),
            Agents = [Agents.Named("a", state: AgentState.Recovered)],
            AgentsRead = new HashSet<AgentName>(),
            Containers = [],
        };

        var report = ScanAnalysis.Analyse([memory.Lay(before), memory.Lay(after)]);

        Assert.Equal(8, report.Cluster.Total.Cpus.Cores);
        Assert.Single(report.Containers);
        Assert.False(report.IsComplete);
        Assert.Contains(report.Warnings, w => w is { Code: "leader-warming-up", MakesPartial: true } && w.Message.Contains("still waits for 1 agent of the previous one", StringComparison.Ordinal));
    }

    [Fact]
    public void Analyse_AppWithoutContainersThatIsKilledAgainAndAgain_IsListed()
    {
        var kill = new TaskFailure(new("marathon", "/leaky"), "t1", Agents.Noon, OutOfMemory: true, "Memory limit exceeded");

        var report = ScanAnalysis.Analyse([Pictures.At(0, ("a", 0)) with { Failures = [kill] }]);

        var leaky = report.Apps.Single(a => a.Key.Id == "/leaky");
        Assert.Equal((0, 1), (leaky.Instances, leaky.MemoryKills));
        Assert.Equal(0, report.Apps.Single(a => a.Key.Id == "/app").MemoryKills);
    }

    [Fact]
    public void Analyse_AgentNotRead_MemoryKillsAreNotKnown()
    {
        var report = ScanAnalysis.Analyse([Pictures.At(0, ("a", 0)) with { AgentsRead = new HashSet<AgentName>() }]);

        Assert.Null(report.Apps.Single().MemoryKills);
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(16, true)]
    [InlineData(8, false)]
    public void Renew_AfterALookAtTheMasters_IsWhatAnAnalysisOfThatPictureWouldBe(int cores, bool read)
    {
        ClusterSnapshot[] pictures = [Pictures.At(0, ("a", 0), ("b", 0), ("c", 0)), Pictures.At(10, ("a", 1), ("b", 2), ("c", null))];
        var last = pictures[^1];
        var look = last with
        {
            Agents = [last.Agents[0] with { Resources = Agents.Named("a", Generate.Vector(cores, 32768), Generate.Vector(1, 1024)).Resources, Zone = "z1" }],
            AgentsRead = read ? last.AgentsRead : new HashSet<AgentName>(),
        };

        var renewed = ScanAnalysis.Renew(ScanAnalysis.Analyse(pictures), pictures, look);

        var expected = ScanAnalysis.Analyse([pictures[0], look]);
        Assert.Equivalent(expected.Cluster, renewed.Cluster);
        Assert.Equivalent(expected.Zones, renewed.Zones);
        Assert.Equal(expected.Agents, renewed.Agents);
        Assert.Equal(expected.Apps, renewed.Apps);
    }

    [Fact]
    public void Renew_ContainersAreGone_CountsThoseThatAreLeft()
    {
        ClusterSnapshot[] pictures = [Pictures.At(0, ("a", 0), ("b", 0)), Pictures.At(10, ("a", 1), ("b", 2))];

        var renewed = ScanAnalysis.Renew(ScanAnalysis.Analyse(pictures), pictures, pictures[^1] with { Containers = [.. pictures[^1].Containers.Take(1)] });

        Assert.Equal((1, 0.1), (renewed.Cluster.Usage.Containers, renewed.Cluster.Usage.Cpus!.Value.Cores));
        Assert.Equal(1, Assert.Single(renewed.Apps).Instances);
    }
}
