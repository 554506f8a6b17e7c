using System.Diagnostics;
using System.Text;
using Capacity.Core.Cluster;
using Capacity.Core.Scanning;
using Capacity.Mesos.Collection;
using Capacity.Mesos.Tests.Fakes;
using Capacity.Mesos.Tests.ZooKeeper;

namespace Capacity.Mesos.Tests.Collection;

/// <summary>Whatever one server does, it costs one line and its own figures.</summary>
public sealed class BadInputTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\n";

    private static readonly Dictionary<string, (Answer Answer, string Says)> Bad = new()
    {
        ["closes at once"] = (Answers.Close, "the answer was cut off"),
        ["resets in mid-body"] = (Answers.Reset(Ok + "Content-Length: 1000\r\n\r\n[{"), "Connection reset by peer"),
        ["Content-Length too large"] = (Answers.Raw(Ok + "Content-Length: 1000\r\n\r\n[]"), "the answer was cut off"),
        ["Content-Length too small"] = (Answers.Raw(Ok + "Content-Length: 5\r\n\r\n[{\"container_id\":\"x\"}]"), "not the JSON expected"),
        ["Content-Length negative"] = (Answers.Raw(Ok + "Content-Length: -5\r\nConnection: close\r\n\r\n{"), "not the JSON expected"),
        ["chunks that are none"] = (Answers.Raw(Ok + "Transfer-Encoding: chunked\r\n\r\nzzzz\r\n[]\r\n0\r\n\r\n"), "the answer is not HTTP"),
        ["chunks that end early"] = (Answers.Raw(Ok + "Transfer-Encoding: chunked\r\n\r\n5\r\n[{\"a\r\n"), "the answer was cut off"),
        ["is no web server"] = (Answers.Raw("\u0015\u0003\u0001 SSH-2.0-OpenSSH_9\r\n\r\n"), "the answer is not HTTP: is it the right port and scheme?"),
        ["headers without end"] = (Answers.Raw(Ok + "X-Long: " + new string('x', 200_000) + "\r\n\r\n[]"), "larger than the limit"),
        ["truncated JSON"] = (Answers.Json("""[{"container_id":"c-a1","statis"""), "not the JSON expected, at $"),
        ["HTML"] = (Answers.Json("<html><body>Welcome</body></html>"), "not the JSON expected, at $ (line 1, byte 0)"),
        ["empty"] = (Answers.Json(string.Empty), "not the JSON expected"),
        ["null"] = (Answers.Json("null"), "the answer is null"),
        ["a number"] = (Answers.Json("17"), "not the JSON expected"),
        ["nested 100 deep"] = (Answers.Json(string.Concat(Enumerable.Repeat("[", 100)) + string.Concat(Enumerable.Repeat("]", 100))), "not the JSON expected"),
        ["nested 100 000 deep"] = (Answers.Json("""{"x":""" + new string('[', 100_000)), "not the JSON expected"),
        ["invalid UTF-8"] = (Answers.Body([.. "[{\"container_id\":\""u8, 0xC3, 0x28, .. "\"}]"u8]), "not the JSON expected"),
        ["UTF-16"] = (Answers.Body(Encoding.Unicode.GetBytes("[]")), "not the JSON expected"),
        ["gzip that is none"] = (Answers.Status("200 OK", "[]", "Content-Encoding: gzip"), "the answer is not valid gzip"),
        ["401"] = (Answers.Status("401 Unauthorized", string.Empty, "WWW-Authenticate: Basic realm=\"mesos-agent-readonly\""), "HTTP 401: credentials are missing or wrong"),
        ["403"] = (Answers.Status("403 Forbidden", string.Empty), "HTTP 403: the credentials do not allow this"),
        ["404"] = (Answers.NotFound, "HTTP 404: no such endpoint, or the process is still starting"),
        ["415"] = (Answers.Status("415 Unsupported Media Type", "Expecting 'Content-Type' of application/json"), "HTTP 415: Expecting 'Content-Type' of application/json"),
        ["500"] = (Answers.Status("500 Internal Server Error", "Oops\r\nsecond\u001b[31m line"), "HTTP 500: Oops  second [31m line"),
        ["500 without a word"] = (Answers.Status("500 Internal Server Error", string.Empty), "HTTP 500: Internal Server Error"),
        ["503"] = (Answers.Status("503 Service Unavailable", "Agent has not finished recovery"), "HTTP 503: Agent has not finished recovery"),
        ["204"] = (Answers.Raw("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"), "HTTP 204: No Content"),
        ["redirect to nowhere"] = (Answers.Status("307 Temporary Redirect", string.Empty), "HTTP 307 without a location"),
        ["redirect to a bad port"] = (Answers.Redirect("//host:99999/state"), "HTTP 307 without a location"),
        ["redirect to a file"] = (Answers.Redirect("file:///etc/passwd"), "HTTP 307 without a location"),
        ["redirect to a login"] = (Answers.Redirect("https://user:secret@login.test/?next=x"), "HTTP 307: redirects to login.test"),
    };

    public static TheoryData<string> BadNames => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(BadNames))]
    public async Task Agent_AnswersBadly_OneLineAndTheRestIntact(string name)
    {
        await using var cluster = new FakeCluster();
        cluster.Agents[1].Always(Bad[name].Answer);

        var report = await cluster.ScanAsync(samples: 2);

        AssertOneLine(report, $"Agent {cluster.Agents[1].Address}/", Bad[name].Says);
        AssertAgentsIntact(report, "a1", "a3");
        Assert.False(report.IsComplete);
    }

    [Theory]
    [MemberData(nameof(BadNames))]
    public async Task Marathon_AnswersBadly_OneLineAndTheRestIntact(string name)
    {
        await using var cluster = new FakeCluster();
        cluster.Marathon.Always(Bad[name].Answer);

        var report = await cluster.ScanAsync(samples: 2);

        AssertOneLine(report, $"Marathon {cluster.Marathon.Address}/v2/info", name.StartsWith("redirect to a login", StringComparison.Ordinal) ? "which was not named" : Bad[name].Says);
        AssertAgentsIntact(report, "a1", "a2", "a3");
    }

    [Theory]
    [MemberData(nameof(BadNames))]
    public async Task Standby_AnswersBadly_OneLineAndTheRestIntact(string name)
    {
        await using var cluster = new FakeCluster();
        var standby = cluster.Add(new LoopbackServer().Always(Bad[name].Answer));
        cluster.Targets = cluster.Targets with { Masters = [standby.Uri, cluster.Master.Uri] };

        var report = await cluster.ScanAsync(samples: 2);

        AssertOneLine(report, $"Master {standby.Address}/metrics/snapshot", Bad[name].Says);
        AssertAgentsIntact(report, "a1", "a2", "a3");
        Assert.True(report.IsComplete);
    }

    [Theory]
    [MemberData(nameof(BadNames))]
    public async Task Leader_ListsItsAgentsBadly_LastKnownAgentsAreHeld(string name)
    {
        await using var cluster = new FakeCluster();
        using var collector = new ClusterCollector(cluster.Targets, TimeProvider.System);
        var memory = new ClusterMemory();
        var before = memory.Lay(await collector.CollectAsync(null, TestContext.Current.CancellationToken));
        cluster.Master.On("/slaves", Bad[name].Answer);

        var report = ScanAnalysis.Analyse([before, memory.Lay(await collector.CollectAsync(null, TestContext.Current.CancellationToken))]);

        AssertOneLine(report, $"Master {cluster.Master.Address}/slaves", Bad[name].Says);
        Assert.Equal(["a1", "a2", "a3"], report.Agents.Select(a => a.Agent.Name.Hostname));
        Assert.All(report.Agents, a => Assert.Equal(AgentState.Active, a.Agent.State));
        Assert.Equal(12, report.Cluster.Total.Cpus.Cores);
        Assert.Equal(3, report.Containers.Count);
        Assert.False(report.IsComplete);
    }

    [Fact]
    public async Task Servers_NeverEndAnAnswer_OneTimeoutAndOneLineEach()
    {
        await using var cluster = new FakeCluster(agents: 7);
        var timeout = TimeSpan.FromSeconds(3);
        var standby = cluster.Add(new LoopbackServer().Always(Answers.Hang));
        cluster.Targets = cluster.Targets with
        {
            Masters = [standby.Uri, cluster.Master.Uri],
            Limits = cluster.Targets.Limits with { Timeout = timeout },
        };
        cluster.Agents[0].Always(Answers.Hang);
        cluster.Agents[1].Always(Answers.Stall("HTTP/1.1 200 OK\r\nContent-"));
        cluster.Agents[2].Always(Answers.Stall(Ok + "Content-Length: 100\r\n\r\n[{"));
        cluster.Agents[3].Always(Answers.Drip(TimeSpan.FromMilliseconds(100)));
        cluster.Agents[4].Always(Answers.Stall("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 100\r\n\r\nAgent"));
        cluster.Marathon.On("/v2/apps", Answers.Hang).On("/v2/tasks", Answers.Hang).On("/v2/queue", Answers.Hang).On("/v2/pods/::status", Answers.Hang);
        var clock = Stopwatch.StartNew();

        var report = await cluster.ScanAsync();

        // One for the masters and, at the same time, one for all agents: twice the time-out, with room for a busy machine.
        Assert.InRange(clock.Elapsed, timeout, timeout * 4);
        var lines = report.Warnings.Where(w => w.Code == "source-unreadable").ToList();
        Assert.Equal(
            cluster.Agents.Take(5).Select(a => a.Address).Append(standby.Address).Append(cluster.Marathon.Address).Select(a => a.ToString()).Order(),
            lines.Select(w => w.Subject).Order());
        Assert.All(lines, w => Assert.EndsWith("no whole answer within 3 s.", w.Message, StringComparison.Ordinal));
        Assert.Equal(["a6", "a7"], report.Agents.Where(a => a.Read).Select(a => a.Agent.Name.Hostname));
    }

    [Fact]
    public async Task Host_IsDead_OneLineAndTheRestIntact()
    {
        await using var cluster = new FakeCluster();
        using var dead = new ClosedPort();
        cluster.Master.On("/slaves", Answers.Json(FakeDocuments.Slaves(
            cluster.Slave(1), FakeDocuments.Slave("a2", $"slave(1)@{dead.Address}"), cluster.Slave(3))));

        var report = await cluster.ScanAsync(samples: 2);

        AssertOneLine(report, $"Agent {dead.Address}/containers", "Connection refused");
        AssertAgentsIntact(report, "a1", "a3");
    }

    [Fact]
    public async Task Leader_RefusesEverythingButFigures_NothingIsHeldToBeGone()
    {
        await using var cluster = new FakeCluster();
        cluster.Master.On("/slaves", Answers.Status("403 Forbidden", string.Empty)).On("/maintenance/status", Answers.Status("403 Forbidden", string.Empty));

        var report = await cluster.ScanAsync();

        AssertOneLine(report, $"Master {cluster.Master.Address}/slaves, /maintenance/status", "HTTP 403: the credentials do not allow this");
        Assert.Empty(report.Agents);
        Assert.False(report.Picture.AgentsListed);
        Assert.False(report.IsComplete);
    }

    [Theory]
    [InlineData("/slaves", "{}", "the answer holds no list of agents")]
    [InlineData("/slaves", """{"slaves":null}""", "the answer holds no list of agents")]
    [InlineData("/metrics/snapshot", "{}", "the answer holds no figures of a master")]
    public async Task Master_GivesTheWrongDocument_SaysSo(string path, string body, string says)
    {
        await using var cluster = new FakeCluster();
        cluster.Master.On(path, Answers.Json(body));

        var report = await cluster.ScanAsync();

        AssertOneLine(report, $"Master {cluster.Master.Address}{path}", says);
        Assert.False(report.Picture.AgentsListed);
        Assert.False(report.IsComplete);
    }

    [Theory]
    [InlineData("{}", "the answer is not an agent's state")]
    [InlineData("""{"id":"\ud800"}""", "not the JSON expected, at $.id")]
    [InlineData("""{"id":"x","frameworks":[{"id":"f","executors":5}]}""", "not the JSON expected, at $.frameworks[0].executors")]
    [InlineData("""{"id":"x","attributes":{"a":"\udc00"}}""", "not the JSON expected, at $.attributes")]
    public async Task AgentState_IsUnusable_IsNoAgentWithoutTasks(string body, string says)
    {
        await using var cluster = new FakeCluster();
        cluster.Agents[1].On("/state", Answers.Json(body));

        var report = await cluster.ScanAsync(samples: 2);

        AssertOneLine(report, $"Agent {cluster.Agents[1].Address}/state", says);
        AssertAgentsIntact(report, "a1", "a3");
    }

    [Theory]
    [InlineData("HTTP/1.0 200 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 200\r\nconnection:close\r\n\r\n")]
    public async Task Agent_SpeaksOldOrShortHttp_IsRead(string head)
    {
        await using var cluster = new FakeCluster();
        cluster.Agents[1].On("/containers", Answers.Raw(head + "[" + FakeDocuments.Container("a2") + "]"));

        var report = await cluster.ScanAsync();

        AssertAgentsIntact(report, cpu: false, "a1", "a2", "a3");
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public async Task Agent_SendsGzip_IsRead()
    {
        await using var cluster = new FakeCluster();
        var zipped = Answers.Zip("[" + FakeDocuments.Container("a2") + "]");
        cluster.Agents[1].On("/containers", Answers.Raw(
            [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {zipped.Length}\r\nConnection: close\r\n\r\n"), .. zipped]));

        var report = await cluster.ScanAsync();

        AssertAgentsIntact(report, cpu: false, "a1", "a2", "a3");
        Assert.All(cluster.Agents[1].Requests, r => Assert.Contains("gzip", r.Headers["Accept-Encoding"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Agent_GzipIsCutOff_OneLine()
    {
        await using var cluster = new FakeCluster();
        var zipped = Answers.Zip("[" + FakeDocuments.Container("a2") + "]")[..60];
        cluster.Agents[1].Always(Answers.Raw(
            [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {zipped.Length}\r\nConnection: close\r\n\r\n"), .. zipped]));

        var report = await cluster.ScanAsync(samples: 2);

        AssertOneLine(report, $"Agent {cluster.Agents[1].Address}/", "n");
        AssertAgentsIntact(report, "a1", "a3");
    }

    [Fact]
    public async Task CollectAsync_CallerCancels_EndsAtOnce()
    {
        await using var cluster = new FakeCluster();
        cluster.Agents[0].Always(Answers.Hang);
        cluster.Marathon.Always(Answers.Hang);
        using var collector = new ClusterCollector(cluster.Targets, TimeProvider.System);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var collecting = collector.CollectAsync(null, cancel.Token);
        while (cluster.Agents[0].Requests.Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        var clock = Stopwatch.StartNew();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => collecting);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, cluster.Targets.Limits.Timeout / 2);
    }

    private static void AssertOneLine(ScanReport report, string begins, string says)
    {
        var line = Assert.Single(report.Warnings, w => w.Code == "source-unreadable");
        Assert.StartsWith(begins, line.Message, StringComparison.Ordinal);
        Assert.Contains(says, line.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(line.Message, char.IsControl);
        Assert.DoesNotContain("secret", line.Message, StringComparison.Ordinal);
    }

    private static void AssertAgentsIntact(ScanReport report, params string[] names) => AssertAgentsIntact(report, cpu: true, names);

    private static void AssertAgentsIntact(ScanReport report, bool cpu, params string[] names)
    {
        Assert.Equal(12, report.Cluster.Total.Cpus.Cores);
        Assert.Equal(names, report.Agents.Where(a => a.Read).Select(a => a.Agent.Name.Hostname));
        Assert.All(report.Agents.Where(a => a.Read), a =>
        {
            Assert.Equal(512 << 20, a.Usage.Memory?.Bytes);
            Assert.Equal(cpu ? 0.5 : null, a.Usage.Cpus?.Cores);
            Assert.Equal(1, Assert.Single(report.Containers, c => c.Container.Agent == a.Agent.Name).Container.Allocated.Cpus.Cores);
        });
    }
}
