using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Capacity.Server.Api.Scan;
using Capacity.Testing.Recordings;

namespace Capacity.Cli.Tests.Scanning;

public sealed partial class ScanCommandTests
{
    private static readonly string[] Quick = ["--scan", "--speed", "20"];

    [Fact]
    public async Task Scan_HealthyCluster_IsCompleteAndReadable()
    {
        var run = await Run.Async(["replay", Recorded("steady"), .. Quick]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("6 active", run.Output, StringComparison.Ordinal);
        Assert.Contains("/dev/giant/idle", run.Output, StringComparison.Ordinal);
        Assert.Contains("Largest task that still fits", run.Output, StringComparison.Ordinal);
        Assert.Contains("agent3.z3.mesos.test:5063", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Scan_JsonOutput_HasTheVersionedDocument()
    {
        var run = await Run.Async(["replay", Recorded("steady"), "--output", "json", "--containers", .. Quick]);

        var scan = JsonNode.Parse(run.Output)!;
        Assert.Equal(ScanDocument.SchemaName, scan["schema"]!.GetValue<string>());
        Assert.Equal(100.5, scan["cluster"]!["cpu"]!["totalCores"]!.GetValue<double>());
        Assert.Equal(5, scan["zones"]!.AsArray().Count);
        Assert.True(scan["complete"]!.GetValue<bool>());
        Assert.Equal(scan["cluster"]!["containers"]!.GetValue<int>(), scan["containers"]!.AsArray().Count);
        Assert.True(scan["cluster"]!["cpu"]!["usedCores"]!.GetValue<double>() > 0);
        Assert.Null(scan["zooKeeper"]);
    }

    [Theory]
    [InlineData("apps", "framework,id,team,instances,", 13)]
    [InlineData("agents", "hostname,port,address,zone,", 7)]
    [InlineData("zones", "name,agents,containers,", 6)]
    [InlineData("containers", "id,agent,framework,app,", 20)]
    [InlineData("sources", "kind,address,endpoint,", 10)]
    public async Task Scan_CsvOutput_IsOneTable(string table, string header, int atLeast)
    {
        var run = await Run.Async(["replay", Recorded("steady"), "--output", "csv", "--table", table, "--samples", "1", .. Quick]);

        var lines = run.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith(header, lines[0], StringComparison.Ordinal);
        Assert.True(lines.Length >= atLeast, $"{lines.Length} lines");
        Assert.All(lines, l => Assert.Equal(lines[0].Count(c => c == ','), l.Count(c => c == ',')));
    }

    [Fact]
    public async Task Scan_AgentAway_IsPartialAndNamesIt()
    {
        // Agent 2 is killed 11 seconds into this recording and started again at 21.
        var run = await Run.Async(["replay", Recorded("agent-restart"), "--offset", "16s", "--speed", "0.2", "--samples", "1", "--scan"]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("agent2.z2.mesos.test:5062: The connection between this agent and the leader is closed", Unwrapped(run.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_NobodyThere_ExitsWithFour()
    {
        var run = await Run.Async("scan", "--master", "http://127.0.0.1:1");

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("Master 127.0.0.1:1/metrics/snapshot: Connection refused.", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("--master is missing", "scan")]
    [InlineData("is no address: write http://host:5050.", "scan", "--master", "ftp://host")]
    [InlineData("is no address: write http://host:8080.", "scan", "--master", "a", "--marathon", "http://")]
    [InlineData("--interval: 'soon' is no duration: write a number", "scan", "--master", "a", "--interval", "soon")]
    [InlineData("--timeout must be more than 0.", "scan", "--master", "a", "--timeout", "0s")]
    [InlineData("--max-body must be more than 0.", "scan", "--master", "a", "--max-body", "0")]
    [InlineData("--samples takes a whole number from 1 to 1000.", "scan", "--master", "a", "--samples", "few")]
    [InlineData("--output takes table, json or csv.", "scan", "--master", "a", "--output", "xml")]
    [InlineData("--samples takes a whole number from 1 to 1000.", "scan", "--master", "a", "--samples", "0")]
    [InlineData("is no list of servers", "scan", "--master", "a", "--zookeeper", ":x")]
    [InlineData("is no ZooKeeper address", "scan", "--master", "zk://:x/mesos")]
    [InlineData("--auth-file: 'nowhere' cannot be read: there is no such file.", "scan", "--master", "a", "--auth-file", "nowhere")]
    [InlineData("--max-body: 'much' is no amount of bytes", "scan", "--master", "a", "--max-body", "much")]
    [InlineData("--concurrency takes a whole number from 1 to 1000.", "scan", "--master", "a", "--concurrency", "9999")]
    [InlineData("--table takes apps, agents, zones, containers, warnings or sources.", "scan", "--master", "a", "--table", "nowhere")]
    [InlineData("--nonsense", "scan", "--nonsense")]
    [InlineData("'bogus' is no command; the commands are: demo, scan, record, replay, serve, rightsize, pack, fit, whatif, defrag, shapes, forecast, alerts, silence, checks, incidents, receivers, change, config.", "bogus")]
    [InlineData("Name a command: demo, scan, record, replay, serve, rightsize, pack, fit, whatif, defrag, shapes, forecast, alerts, silence, checks, incidents, receivers, change, config.")]
    public async Task Scan_BadArguments_ExitsWithTwoAndSaysWhatToDo(string expected, params string[] arguments)
    {
        var run = await Run.Async(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("capacity", "bogus")]
    [InlineData("capacity")]
    [InlineData("capacity scan", "scan", "--output", "xml")]
    [InlineData("capacity scan", "scan", "--table", "bogus")]
    [InlineData("capacity scan", "scan", "--samples", "few")]
    [InlineData("capacity scan", "scan", "--timeout", "soon")]
    [InlineData("capacity replay", "replay", "x", "--speed", "fast")]
    [InlineData("capacity replay", "replay", "x", "--port-base", "0")]
    [InlineData("capacity replay", "replay", "x", "--schema")]
    public async Task Arguments_OneFault_IsOneLineAndWhereTheHelpIs(string command, params string[] arguments)
    {
        var lines = (await Run.Async(arguments)).Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2, lines.Length);
        Assert.Equal($"{command} --help says what it takes.", lines[1].TrimEnd());
        Assert.DoesNotContain("System.", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_NoLeaderWait_IsTaken() =>
        Assert.Equal(4, (await Run.Async("scan", "--master", "http://127.0.0.1:1", "--leader-wait", "0s")).ExitCode);

    [Fact]
    public async Task Scan_SeveralFaults_AreSaidTogether()
    {
        var run = await Run.Async("scan", "--master", "ftp://a", "--marathon", "ftp://b", "--ca-file", "nowhere");

        Assert.Equal(3, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Schema_Committed_IsTheOneThatTheCommandPrints()
    {
        var run = await Run.Async("scan", "--schema");

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "docs", "scan.v1.schema.json"), TestContext.Current.CancellationToken), run.Output);
    }

    [Fact]
    public void Warnings_EveryCode_IsExplained()
    {
        var explained = File.ReadAllText(Path.Combine(Repository.Folder, "docs", "scan.md"));
        var codes = Repository.SourceFiles(Path.Combine(Repository.Folder, "src", "Capacity.Core", "Scanning", "Warnings"))
            .SelectMany(f => WarningCode.Matches(File.ReadAllText(f)))
            .Select(m => m.Value)
            .ToHashSet();

        Assert.True(codes.Count >= 15, "The pattern finds too few codes.");
        Assert.All(codes, code => Assert.Contains($"`{code}`", explained, StringComparison.Ordinal));
    }

    [GeneratedRegex("(?<=\")[a-z]+(-[a-z]+)+(?=\")")]
    private static partial Regex WarningCode { get; }

    private static string Recorded(string name) => Path.Combine(CommittedRecordings.Folder, name);

    private static string Unwrapped(string output) => string.Join(' ', output.Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries));
}
