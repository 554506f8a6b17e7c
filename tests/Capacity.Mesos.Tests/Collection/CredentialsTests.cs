using Capacity.Core.Scanning;
using Capacity.Mesos.Http;
using Capacity.Mesos.Tests.Fakes;

namespace Capacity.Mesos.Tests.Collection;

/// <summary>Credentials go to the servers that the user named and to agents that these name, and nowhere else.</summary>
public sealed class CredentialsTests
{
    private const string Failed = """
        ,"completed_frameworks":[{"id":"f-9","completed_executors":[{"id":"x","completed_tasks":[{"id":"x","state":"TASK_FAILED"}]}]}]
        """;

    [Theory]
    [InlineData("reader:s3cret", "Basic cmVhZGVyOnMzY3JldA==")]
    [InlineData("Bearer s3cret", "Bearer s3cret")]
    [InlineData("token=s3cret", "token=s3cret")]
    public async Task Credentials_AnyKind_GoToMastersTheirAgentsAndMarathons(string credentials, string sent)
    {
        await using var cluster = new FakeCluster();
        cluster.Targets = cluster.Targets with
        {
            MesosCredentials = HttpCredentials.TryParse(credentials),
            MarathonCredentials = HttpCredentials.TryParse("Bearer m4rathon"),
        };

        var report = await cluster.ScanAsync();

        Assert.All(cluster.Agents.Append(cluster.Master), s => Assert.All(s.Requests, r => Assert.Equal(sent, r.Authorization)));
        Assert.All(cluster.Marathon.Requests, r => Assert.Equal("Bearer m4rathon", r.Authorization));
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public async Task Server_EchoesWhatWasSent_NoWarningQuotesIt()
    {
        await using var cluster = new FakeCluster();
        cluster.Targets = cluster.Targets with { MesosCredentials = HttpCredentials.TryParse("reader:s3cret") };
        cluster.Agents[0].On("/containers", Answers.Status("500 Oops", "you sent Authorization: Basic cmVhZGVyOnMzY3JldA== and password=s3cret"));

        var report = await cluster.ScanAsync();

        var warning = Assert.Single(report.Warnings);
        Assert.Contains("HTTP 500: Oops", warning.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", warning.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("cmVhZGVy", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_ClockIsWrong_IsSaidAndASlowAnswerIsNot()
    {
        await using var cluster = new FakeCluster();
        var state = FakeDocuments.State("a1", FakeDocuments.Executor("a1"));
        cluster.Agents[0].On("/state", Answers.Status("200 OK", state, "Content-Type: application/json", "Date: Sun, 06 Nov 1994 08:49:37 GMT"));

        var report = await cluster.ScanAsync();

        Assert.Equal("clock-skew", Assert.Single(report.Warnings).Code);
    }

    [Fact]
    public async Task Operator_HasCredentialsOfItsOwn_TheyGoWithOperatorCallsAlone()
    {
        await using var cluster = new FakeCluster();
        cluster.Agents[0].On("/state", Answers.Json(FakeDocuments.State("a1", FakeDocuments.Executor("a1")).Replace(",\"completed_frameworks\":[]", Failed, StringComparison.Ordinal)))
            .On("/api/v1", Answers.Json("""{"get_tasks":{}}"""));
        cluster.Targets = cluster.Targets with { MesosCredentials = HttpCredentials.TryParse("Bearer r"), OperatorCredentials = HttpCredentials.TryParse("Bearer w") };

        await cluster.ScanAsync();

        var mesos = cluster.Agents.Append(cluster.Master).SelectMany(s => s.Requests).ToList();
        Assert.Equal(2, mesos.Count(r => r.Path == "/api/v1"));
        Assert.All(mesos, r => Assert.Equal(IsOperatorCall(r) ? "Bearer w" : "Bearer r", r.Authorization));
    }

    [Fact]
    public async Task Operator_ReadsNeedNoCredentials_OperatorCallsGetTheirs()
    {
        await using var cluster = new FakeCluster();
        cluster.Agents[0].On("/state", Answers.Json(FakeDocuments.State("a1", FakeDocuments.Executor("a1")).Replace(",\"completed_frameworks\":[]", Failed, StringComparison.Ordinal)))
            .On("/api/v1", Answers.Json("""{"get_tasks":{}}"""));
        cluster.Targets = cluster.Targets with { OperatorCredentials = HttpCredentials.TryParse("Bearer w") };

        await cluster.ScanAsync();

        Assert.All(
            cluster.Agents.Append(cluster.Master).SelectMany(s => s.Requests),
            r => Assert.Equal(IsOperatorCall(r) ? "Bearer w" : null, r.Authorization));
    }

    [Fact]
    public async Task Leader_IsNotNamed_NeitherItNorItsAgentsGetAny()
    {
        await using var cluster = new FakeCluster();
        var standby = cluster.Add(new LoopbackServer()
            .On("/metrics/snapshot", Answers.Json(FakeDocuments.StandbyMetrics))
            .On("/redirect", Answers.Redirect($"//{cluster.Master.Address}")));
        cluster.Agents[0].On("/state", Answers.Json(FakeDocuments.State("a1", FakeDocuments.Executor("a1")).Replace(",\"completed_frameworks\":[]", Failed, StringComparison.Ordinal)))
            .On("/api/v1", Answers.Json("""{"get_tasks":{}}"""));
        cluster.Targets = cluster.Targets with
        {
            Masters = [standby.Uri],
            MesosCredentials = HttpCredentials.TryParse("Bearer r"),
            OperatorCredentials = HttpCredentials.TryParse("Bearer w"),
        };

        var report = await cluster.ScanAsync();

        Assert.Equal(cluster.Master.Address, report.Picture.Leader?.Address);
        Assert.Equal(3, report.Agents.Count(a => a.Read));
        Assert.All(standby.Requests, r => Assert.Equal("Bearer r", r.Authorization));
        Assert.All(cluster.Agents.Append(cluster.Master), s => Assert.All(s.Requests, r => Assert.Null(r.Authorization)));
        Assert.Contains(cluster.Agents[0].Requests, r => r.Path == "/api/v1");
    }

    [Fact]
    public async Task Marathon_RedirectsToAStranger_StrangerIsNeverAsked()
    {
        await using var cluster = new FakeCluster();
        var stranger = cluster.Add(new LoopbackServer().Always(Answers.Json(FakeDocuments.Info)));
        cluster.Marathon.Always(Answers.Redirect($"http://{stranger.Address}/v2/info"));
        cluster.Targets = cluster.Targets with { MarathonCredentials = HttpCredentials.TryParse("Bearer m") };

        var report = await cluster.ScanAsync();

        Assert.Empty(stranger.Requests);
        var line = Assert.Single(report.Warnings);
        Assert.Equal($"Marathon {cluster.Marathon.Address}/v2/info: redirects to {stranger.Address}, which was not named: name it to follow.", line.Message);
    }

    [Fact]
    public async Task Marathon_RedirectsToANamedOne_IsFollowedWithCredentials()
    {
        await using var cluster = new FakeCluster();
        var other = cluster.Add(new LoopbackServer().Always(Answers.Redirect($"//{cluster.Marathon.Address}/v2/info")));
        cluster.Targets = cluster.Targets with { Marathons = [other.Uri, cluster.Marathon.Uri], MarathonCredentials = HttpCredentials.TryParse("Bearer m") };

        var report = await cluster.ScanAsync();

        Assert.Single(report.Picture.Marathons);
        Assert.All(cluster.Marathon.Requests, r => Assert.Equal("Bearer m", r.Authorization));
    }

    [Fact]
    public async Task Marathon_RedirectsToItself_OneLine()
    {
        await using var cluster = new FakeCluster();
        cluster.Marathon.Always(Answers.Redirect($"//{cluster.Marathon.Address}/v2/info"));

        var report = await cluster.ScanAsync();

        Assert.Equal(
            $"Marathon {cluster.Marathon.Address}/v2/info: redirected more than 2 times, last to {cluster.Marathon.Address}.", Assert.Single(report.Warnings).Message);
        Assert.Equal(3, cluster.Marathon.Requests.Count);
    }

    [Fact]
    public async Task Agent_RedirectsToAStranger_StrangerIsNeverAsked()
    {
        await using var cluster = new FakeCluster();
        var stranger = cluster.Add(new LoopbackServer());
        cluster.Agents[0].Always(Answers.Redirect($"http://{stranger.Address}/state"));
        cluster.Targets = cluster.Targets with { MesosCredentials = HttpCredentials.TryParse("Bearer r") };

        await cluster.ScanAsync();

        Assert.Empty(stranger.Requests);
    }

    [Fact]
    public async Task Addresses_HoldPasswords_TheyAreSentAndShownNowhere()
    {
        await using var cluster = new FakeCluster();
        cluster.Agents[0].Always(Answers.Status("401 Unauthorized", string.Empty));
        cluster.Targets = cluster.Targets with
        {
            Masters = [new($"http://ops:s3cret@{cluster.Master.Address}")],
            Marathons = [new($"http://ops:s3cret@{cluster.Marathon.Address}/")],
        };
        cluster.Marathon.On("/v2/queue", Answers.Status("500 Internal Server Error", "sorry"));

        var report = await cluster.ScanAsync();

        Assert.All(
            cluster.Agents.Append(cluster.Master).Append(cluster.Marathon).SelectMany(s => s.Requests),
            r => Assert.Equal("Basic b3BzOnMzY3JldA==", r.Authorization));
        AssertHidden(report, "s3cret", "ops:", "b3BzOnMzY3JldA");
        Assert.Equal(2, report.Warnings.Count(w => w.Code == "source-unreadable"));
    }

    private static void AssertHidden(ScanReport report, params string[] secrets)
    {
        var shown = report.Warnings.Select(w => w.ToString()).Concat(report.Picture.Sources.Select(s => s.ToString())).Append(report.Picture.Leader?.ToString() ?? string.Empty);
        Assert.All(shown, text => Assert.All(secrets, s => Assert.DoesNotContain(s, text, StringComparison.Ordinal)));
    }

    /// <summary>Whoever may read the schedule of maintenance may write it: Mesos takes the same credentials for both.</summary>
    private static bool IsOperatorCall(FakeRequest request) => request.Path is "/api/v1" or "/maintenance/schedule";
}
