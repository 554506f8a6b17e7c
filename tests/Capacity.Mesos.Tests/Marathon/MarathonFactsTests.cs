using Capacity.Core.Cluster;
using Capacity.Mesos.Tests.Fakes;

namespace Capacity.Mesos.Tests.Marathon;

/// <summary>What is known of Marathon (facts §3) and has to be obeyed.</summary>
public sealed class MarathonFactsTests
{
    [Fact]
    public async Task Marathons_SeveralAddressesOfOne_AreOneReading()
    {
        await using var cluster = new FakeCluster();
        var standby = cluster.Add(new LoopbackServer().Always(Answers.Json(FakeDocuments.Info)));
        cluster.Targets = cluster.Targets with { Marathons = [cluster.Marathon.Uri, standby.Uri] };

        Assert.Single((await cluster.CollectAsync()).Marathons);
    }

    [Fact]
    public async Task Leader_IsNamedWithEachAnswer_ListsAreAskedOfIt()
    {
        await using var cluster = new FakeCluster();
        var standby = cluster.Add(new LoopbackServer().Always(Answers.Status(
            "200 OK", FakeDocuments.Info, $"X-Marathon-Leader: http://{cluster.Marathon.Address}", "X-Marathon-Via: 1.1 standby")));
        cluster.Targets = cluster.Targets with { Marathons = [standby.Uri, cluster.Marathon.Uri] };

        var snapshot = await cluster.CollectAsync();

        Assert.Equal(["/v2/info"], standby.Requests.Select(r => r.Path));
        Assert.Single(Assert.Single(snapshot.Marathons).Apps);
    }

    [Theory]
    [InlineData("http://unknown.test:8080")]
    [InlineData("nonsense")]
    [InlineData("/etc/passwd")]
    public async Task Leader_IsNotOneOfTheNamed_StandbyIsAskedAndPassesOn(string leader)
    {
        await using var cluster = new FakeCluster();
        cluster.Marathon.On("/v2/info", Answers.Status("200 OK", FakeDocuments.Info, $"X-Marathon-Leader: {leader}"));

        Assert.Single(Assert.Single((await cluster.CollectAsync()).Marathons).Apps);
    }

    [Fact]
    public async Task Requests_AskForJson_ForTasksMayComeAsText()
    {
        await using var cluster = new FakeCluster();

        await cluster.CollectAsync();

        Assert.All(cluster.Marathon.Requests, r => Assert.Equal("application/json", r.Headers["Accept"]));
    }

    [Fact]
    public async Task Pods_AreUnknownToOldMarathons_NotFoundIsNoWarning()
    {
        await using var cluster = new FakeCluster();
        cluster.Marathon.On("/v2/pods/::status", Answers.NotFound);

        var report = await cluster.ScanAsync();

        Assert.Empty(report.Warnings);
        Assert.Single(report.Picture.Marathons);
    }

    [Fact]
    public async Task TaskIds_OfThreeShapes_AreNeverTakenApart()
    {
        await using var cluster = new FakeCluster(agents: 1);
        string[] ids = ["shop_web_x.3f0b7f0c-0000-11f1-0000-02fc00000001", "shop_web_x.instance-3f0b7f0c-0000-11f1-0000-02fc00000001._app", "shop_web_x.instance-3f0b7f0c._app.1"];
        cluster.Agents[0].On("/state", Answers.Json(FakeDocuments.State("a1", string.Join(',', ids.Select((id, i) => FakeDocuments.Executor($"e{i}")
            .Replace($"\"shop_web.e{i}\"", $"\"{id}\"", StringComparison.Ordinal))))));
        cluster.Marathon.On("/v2/tasks", Answers.Json($$"""{"tasks":[{{string.Join(',', ids.Select(id => $$"""{"id":"{{id}}","appId":"/shop/web_x"}"""))}}]}"""));

        var report = await cluster.ScanAsync();

        var app = Assert.Single(report.Apps);
        Assert.Equal((new AppKey("marathon", "/shop/web_x"), 3), (app.Key, app.Instances));
    }

    [Fact]
    public async Task Pods_AreNotAmongApps_TheirStatusNamesThem()
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Agents[0].On("/state", Answers.Json(FakeDocuments.State("a1", $$"""
            {"id":"instance-p","container":"c-a1","type":"DEFAULT","resources":{"cpus":0.7,"mem":96.0},"tasks":[{{FakeDocuments.Task("p.rails", "instance-p")}}]}
            """)));
        cluster.Marathon.On("/v2/pods/::status", Answers.Json("""[{"id":"/shop/pod","instances":[{"id":"p","containers":[{"name":"rails","containerId":"p.rails"}]}]}]"""));

        Assert.Equal("/shop/pod", Assert.Single((await cluster.ScanAsync()).Apps).Key.Id);
    }

    [Fact]
    public async Task Framework_HasANameOfItsOwn_AppsCarryIt()
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Agents[0].On("/state", Answers.Json(
            FakeDocuments.State("a1", FakeDocuments.Executor("a1")).Replace("\"name\":\"marathon\"", "\"name\":\"marathon-eu\"", StringComparison.Ordinal)));
        cluster.Marathon
            .On("/v2/info", Answers.Json("""{"name":"marathon","frameworkId":"f-0000","marathon_config":{"framework_name":"marathon-eu"}}"""))
            .On("/v2/apps", Answers.Json("""
                {"apps":[{"id":"/shop/web","lastTaskFailure":{"taskId":"t","message":"Memory limit exceeded: x","timestamp":"2026-01-01T00:00:00Z"}}]}
                """));

        var app = Assert.Single((await cluster.ScanAsync()).Apps);

        Assert.Equal((new AppKey("marathon-eu", "/shop/web"), 1), (app.Key, app.MemoryKills));
    }

    [Fact]
    public async Task Queue_SaysWhatOffersLacked()
    {
        await using var cluster = new FakeCluster();
        cluster.Marathon.On("/v2/queue", Answers.Json("""
            {"queue":[{"app":{"id":"/shop/big"},"count":2,"since":"2026-01-01T00:00:00.000Z","delay":{"timeLeftSeconds":0,"overdue":true},
             "processedOffersSummary":{"processedOffersCount":9,"rejectSummaryLastOffers":[{"reason":"InsufficientMemory","declined":7,"processed":9},
             {"reason":"UnfulfilledRole","declined":0,"processed":9},{"reason":"UnfulfilledConstraint","declined":2,"processed":2}]}}]}
            """));

        var warning = Assert.Single((await cluster.ScanAsync()).Warnings);

        Assert.Equal(
            ("app-waiting", "marathon:/shop/big", "2 instances wait for room; offers lacked InsufficientMemory (7), UnfulfilledConstraint (2)."),
            (warning.Code, warning.Subject, warning.Message));
    }

    [Fact]
    public async Task Queue_AppBacksOff_IsNotWaitingForRoom()
    {
        await using var cluster = new FakeCluster();
        cluster.Marathon.On("/v2/queue", Answers.Json("""{"queue":[{"pod":{"id":"/crash"},"count":1,"delay":{"timeLeftSeconds":300,"overdue":false}}]}"""));

        var report = await cluster.ScanAsync();

        Assert.Empty(report.Warnings);
        Assert.Equal(TimeSpan.FromMinutes(5), Assert.Single(Assert.Single(report.Picture.Marathons).Queue).BackOff);
    }

    [Fact]
    public async Task Apps_SuspendedHaveNoInstances_AndSomeHaveNothingAtAll()
    {
        await using var cluster = new FakeCluster();
        cluster.Marathon.On("/v2/apps", Answers.Json("""
            {"apps":[{"id":"/off","instances":0},{"id":"/odd","instances":1e300,"cpus":-1,"mem":"much","constraints":[["a",null],null],"labels":{"x":null}},{},null]}
            """));

        var apps = Assert.Single((await cluster.CollectAsync()).Marathons).Apps;

        Assert.Equal([("/off", 0), ("/odd", 1)], apps.Select(a => (a.Key.Id, a.Instances)));
    }
}
