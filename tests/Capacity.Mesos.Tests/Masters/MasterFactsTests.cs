using Capacity.Core.Cluster;
using Capacity.Core.Scanning;
using Capacity.Core.Units;
using Capacity.Mesos.Collection;
using Capacity.Mesos.Tests.Fakes;

namespace Capacity.Mesos.Tests.Masters;

/// <summary>What is known of masters (facts §0, §1.2 to §1.4, §2) and has to be obeyed.</summary>
public sealed class MasterFactsTests
{
    [Fact]
    public async Task Metrics_StandbyFiguresAreZeroes_OnlyTheLeaderCounts()
    {
        await using var cluster = new FakeCluster();
        var standby = cluster.Add(new LoopbackServer().On("/metrics/snapshot", Answers.Json(FakeDocuments.StandbyMetrics)));
        cluster.Targets = cluster.Targets with { Masters = [standby.Uri, cluster.Master.Uri] };

        var snapshot = await cluster.CollectAsync();

        Assert.Equal(cluster.Master.Address, snapshot.Leader?.Address);
        Assert.Equal([false, true], snapshot.Masters.Select(m => m.Elected));
        Assert.Equal(12, snapshot.Total.Cpus.Cores);
        Assert.Equal(["/metrics/snapshot"], standby.Requests.Select(r => r.Path));
    }

    [Fact]
    public async Task Metrics_MissingKey_IsNotZero()
    {
        await using var cluster = new FakeCluster();
        cluster.Master.On("/metrics/snapshot", Answers.Json("""{"master/elected":1.0,"registrar/state_fetch_ms":1.0}"""));

        var master = Assert.Single((await cluster.CollectAsync()).Masters);

        Assert.Equal(
            (null, null, null, null, null, null, null),
            (master.UnreachableAgents, master.CpusTotal, master.RunningTasks, master.MemoryKills, master.LogRecovered, master.Uptime, master.QueuedRegistryOperations));
    }

    [Fact]
    public async Task Metrics_ActorIsBlocked_OnlyTheHostsFiguresAreThereAndItIsSaid()
    {
        await using var cluster = new FakeCluster();
        var blocked = cluster.Add(new LoopbackServer().On("/metrics/snapshot", Answers.Json("""{"system/cpus_total":2.0}""")));
        cluster.Targets = cluster.Targets with { Masters = [blocked.Uri, cluster.Master.Uri] };

        var report = await cluster.ScanAsync();

        var warning = Assert.Single(report.Warnings);
        Assert.Equal(("master-blocked", blocked.Address.ToString()), (warning.Code, warning.Subject));
    }

    [Theory]
    [InlineData(10_000, "/metrics/snapshot?timeout=4secs")]
    [InlineData(2_000, "/metrics/snapshot?timeout=1600ms")]
    public async Task Metrics_WaitOfTheMaster_EndsBeforeOurs(int milliseconds, string target)
    {
        await using var cluster = new FakeCluster();
        cluster.Targets = cluster.Targets with { Limits = cluster.Targets.Limits with { Timeout = TimeSpan.FromMilliseconds(milliseconds) } };

        await cluster.CollectAsync();

        Assert.Equal(target, cluster.Master.Requests[0].Target);
    }

    [Fact]
    public async Task Metrics_ReasonCountersComeWithTheFirstEvent_AbsenceIsNone()
    {
        await using var cluster = new FakeCluster();
        Assert.Equal(0, Assert.Single((await cluster.CollectAsync()).Masters).MemoryKills);

        cluster.Master.On("/metrics/snapshot", Answers.Json("""
            {"master/elected":1.0,"master/tasks_running":1.0,"master/task_failed/source_slave/reason_container_limitation_memory":2.0,
             "master/task_killed/source_slave/reason_container_limitation_memory":1.0,"master/task_failed/source_slave/reason_command_executor_failed":9.0}
            """));
        Assert.Equal(3, Assert.Single((await cluster.CollectAsync()).Masters).MemoryKills);
    }

    [Fact]
    public async Task Metrics_FrameworkNamesHoldAnything_SubscriptionIsFoundById()
    {
        await using var cluster = new FakeCluster();
        cluster.Master.On("/metrics/snapshot", Answers.Json("""
            {"master/elected":1.0,"registrar/state_fetch_ms":1.0,"master/frameworks/a%2Fb%2520c/f-0000/subscribed":0.0,
             "master/frameworks/a%2Fb%2520c/f-0000/events/subscribed":7.0,"master/frameworks/x/f-1/roles/a/b/suppressed":1.0,
             "master/frameworks/subscribed/f-2/subscribed":1.0}
            """));

        var master = Assert.Single((await cluster.CollectAsync()).Masters);

        Assert.Equal([("f-0000", false), ("f-2", true)], master.SubscribedFrameworks.Select(f => (f.Key, f.Value)).Order());
    }

    [Theory]
    [InlineData("1e308")]
    [InlineData("1e400")]
    [InlineData("-1")]
    [InlineData("Infinity")]
    [InlineData("\"Infinity\"")]
    [InlineData("NaN")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task Metrics_ImpossibleFigures_CostThemselvesAlone(string figure)
    {
        await using var cluster = new FakeCluster();
        cluster.Master.On("/metrics/snapshot", Answers.Json($$"""
            {"master/elected":1.0,"registrar/state_fetch_ms":1.0,"master/uptime_secs":{{figure}},"master/slaves_unreachable":{{figure}},"master/tasks_running":{{figure}},
             "registrar/log/ensemble_size":{{figure}},"registrar/queued_operations":{{figure}},"master/cpus_total":{{figure}},
             "master/task_failed/source_slave/reason_container_limitation_memory":{{figure}}}
            """));

        var report = await cluster.ScanAsync();

        var master = Assert.Single(report.Picture.Masters);
        Assert.Equal((null, null, null, null), (master.Uptime, master.UnreachableAgents, master.RunningTasks, master.EnsembleSize));
        Assert.Equal(12, report.Cluster.Total.Cpus.Cores);
        Assert.DoesNotContain(report.Warnings, w => w.Code == "source-unreadable");
    }

    [Fact]
    public async Task Leader_IsElectedAndHasNotReadItsRegistry_ItsEmptyListIsNotBelieved()
    {
        await using var cluster = new FakeCluster();
        cluster.Master.On("/metrics/snapshot", Answers.Json("""{"master/elected":1.0,"registrar/log/recovered":1.0,"master/slaves_unreachable":0.0}"""))
            .On("/slaves", Answers.Json("""{"slaves":[],"recovered_slaves":[]}"""))
            .On("/api/v1", Answers.Status("503 Service Unavailable", "Master has not finished recovery"));

        var report = await cluster.ScanAsync();

        Assert.Equal(LeaderPhase.Recovering, report.Picture.Leader?.Phase);
        Assert.False(report.Picture.AgentsListed);
        Assert.Equal("leader-recovering", Assert.Single(report.Warnings).Code);
        Assert.DoesNotContain(cluster.Master.Requests, r => r.Path == "/api/v1");
    }

    [Fact]
    public async Task RecoveredSlaves_HaveNeitherResourcesNorPid_AgentIsAskedWhereItWas()
    {
        await using var cluster = new FakeCluster();
        using var collector = new ClusterCollector(cluster.Targets, TimeProvider.System);
        var memory = new ClusterMemory();
        memory.Lay(await collector.CollectAsync(null, TestContext.Current.CancellationToken));
        cluster.Master.On("/slaves", Answers.Json($$"""
            {"slaves":[{{cluster.Slave(1)}}],"recovered_slaves":[{"id":"id-a2","hostname":"a2","port":5051},{"id":"id-a3","hostname":"a3","port":5051}]}
            """));
        cluster.Agents[2].Always(Answers.Close);

        var fresh = await collector.CollectAsync(null, TestContext.Current.CancellationToken);
        var picture = memory.Lay(fresh);

        Assert.Equal((LeaderPhase.WarmingUp, 2), (fresh.Leader?.Phase, fresh.Leader?.RecoveredAgents));
        Assert.Equal([AgentState.Active, AgentState.Recovered, AgentState.Recovered], picture.Agents.Select(a => a.State));
        Assert.Equal(8, fresh.Total.Cpus.Cores);
        Assert.Equal(12, picture.Total.Cpus.Cores);
        Assert.Equal(3, picture.Containers.Count);
    }

    [Theory]
    [InlineData("", AgentState.Active)]
    [InlineData(""","active":false""", AgentState.Disconnected)]
    [InlineData(""","active":false,"deactivated":true""", AgentState.Deactivated)]
    [InlineData(""","active":false,"deactivated":true,"drain_info":{"state":"DRAINING","config":{"max_grace_period":{"nanoseconds":5}}}""", AgentState.Draining)]
    [InlineData(""","active":false,"deactivated":true,"drain_info":{"state":"DRAINED"}""", AgentState.Drained)]
    [InlineData(""","active":false,"deactivated":null,"drain_info":{}""", AgentState.Disconnected)]
    public async Task Inactive_IsThreeThings_FlagsTellThem(string flags, AgentState state)
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Master.On("/slaves", Answers.Json(FakeDocuments.Slaves(cluster.Slave(1, flags))));

        Assert.Equal(state, Assert.Single((await cluster.CollectAsync()).Agents).State);
    }

    [Fact]
    public async Task MaintenanceStatus_ShapesDiffer_DrainingHasAnIdAndDownIsFlat()
    {
        await using var cluster = new FakeCluster();
        using var collector = new ClusterCollector(cluster.Targets, TimeProvider.System);
        var memory = new ClusterMemory();
        memory.Lay(await collector.CollectAsync(null, TestContext.Current.CancellationToken));
        cluster.Master.On("/slaves", Answers.Json(FakeDocuments.Slaves(cluster.Slave(1), cluster.Slave(2).Replace("\"a2\"", "\"A2\"", StringComparison.Ordinal))))
            .On("/maintenance/status", Answers.Json("""
                {"draining_machines":[{"id":{"hostname":"a2","ip":"127.0.0.1"},"statuses":[]}],"down_machines":[{"hostname":"A3","ip":"127.0.0.1"}]}
                """));

        var picture = memory.Lay(await collector.CollectAsync(null, TestContext.Current.CancellationToken));

        var states = picture.Agents.ToDictionary(a => a.Name.Hostname, a => a.State);
        Assert.Equal((AgentState.Active, AgentState.InMaintenance, AgentState.DownForMaintenance), (states["a1"], states["A2"], states["a3"]));
    }

    [Fact]
    public async Task MaintenanceSchedule_TimesAreNanosecondsAndNoDurationIsNoEnd()
    {
        await using var cluster = new FakeCluster();
        cluster.Master.On("/maintenance/schedule", Answers.Json("""
            {"windows":[
              {"machine_ids":[{"hostname":"A2.Test","ip":"10.0.0.2"},{"ip":"10.0.0.3"},{"hostname":"A2.Test","ip":"10.0.0.2"},{}],"unavailability":{"start":{"nanoseconds":1772366400000000000}}},
              {"machine_ids":[{"hostname":"a1","ip":"10.0.0.1"}],"unavailability":{"start":{"nanoseconds":1772362800000000000},"duration":{"nanoseconds":5400000000000}}},
              {"machine_ids":[],"unavailability":{"start":{"nanoseconds":1772362800000000000}}},
              {"machine_ids":[{"hostname":"a9"}],"unavailability":{}},
              {"machine_ids":[{"hostname":"a9"}],"unavailability":{"start":{"nanoseconds":9.2e18},"duration":{"nanoseconds":9.2e18}}},
              null]}
            """));

        var windows = (await cluster.CollectAsync()).MaintenanceWindows;

        Assert.Equal(3, windows.Count);
        var noon = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal((noon.AddHours(-1), noon.AddMinutes(30), "a1"), (windows[0].Start, windows[0].End, windows[0].Machines.Single().Name));
        Assert.Equal((noon, null), (windows[1].Start, windows[1].End));
        Assert.Equal([new("a2.test", "10.0.0.2"), new("", "10.0.0.3")], windows[1].Machines);
        Assert.Null(windows[2].End);
    }

    [Theory]
    [InlineData("401 Unauthorized", 1)]
    [InlineData("403 Forbidden", 1)]
    [InlineData("404 Not Found", 0)]
    public async Task MaintenanceSchedule_Refused_IsUnknownAndNotAskedForAtOnceAgain(string status, int warnings)
    {
        await using var cluster = new FakeCluster();
        cluster.Master.On("/maintenance/schedule", Answers.Status(status, ""));
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TimeProvider.System.GetUtcNow());
        using var collector = new ClusterCollector(cluster.Targets, time);

        var first = await collector.CollectAsync(null, TestContext.Current.CancellationToken);
        await collector.CollectMastersAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, Asked(cluster));
        time.Advance(TimeSpan.FromMinutes(10));
        await collector.CollectMastersAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, Asked(cluster));
        Assert.Null(first.Maintenance!.Windows);
        var report = ScanAnalysis.Analyse([first]);
        Assert.Equal(warnings, report.Warnings.Count(w => w.Message.Contains("Windows of maintenance are not known", StringComparison.Ordinal)));
        Assert.DoesNotContain(report.Warnings, w => w.MakesPartial);
    }

    [Fact]
    public async Task Maintenance_LeaderHasNotReadItsRegistry_IsNotKnown()
    {
        await using var cluster = new FakeCluster();
        cluster.Master.On("/metrics/snapshot", Answers.Json("""{"master/elected":1.0,"master/cpus_total":0.0}"""));

        Assert.Null((await cluster.CollectAsync()).Maintenance);
        Assert.Equal(0, Asked(cluster));
    }

    [Fact]
    public async Task Leader_ChangesBetweenFiguresAndList_TheNewOneIsTaken()
    {
        await using var cluster = new FakeCluster();
        var former = cluster.Add(new LoopbackServer()
            .On("/metrics/snapshot", Answers.Json(FakeDocuments.LeaderMetrics))
            .On("/slaves", Answers.Redirect($"//{cluster.Master.Address}/slaves")));
        cluster.Targets = cluster.Targets with { Masters = [former.Uri, cluster.Master.Uri] };

        var snapshot = await cluster.CollectAsync();

        Assert.Equal(cluster.Master.Address, snapshot.Leader?.Address);
        Assert.Equal(12, snapshot.Total.Cpus.Cores);
        Assert.Equal(3, snapshot.Agents.Count);
    }

    [Fact]
    public async Task Masters_TwoSayThatTheyLead_TheOneThatHasReadItsRegistryIsBelieved()
    {
        await using var cluster = new FakeCluster();
        var other = cluster.Add(new LoopbackServer()
            .On("/metrics/snapshot", Answers.Json("""{"master/elected":1.0,"master/cpus_total":0.0}"""))
            .On("/slaves", Answers.Json("""{"slaves":[],"recovered_slaves":[]}""")));
        cluster.Targets = cluster.Targets with { Masters = [other.Uri, cluster.Master.Uri] };

        var snapshot = await cluster.CollectAsync();

        Assert.Equal(cluster.Master.Address, snapshot.Leader?.Address);
        Assert.Equal(12, snapshot.Total.Cpus.Cores);
    }

    [Fact]
    public async Task Redirect_ToItselfAfterARestart_IsNoLeaderAndNoLoop()
    {
        await using var cluster = new FakeCluster();
        cluster.Master.On("/slaves", Answers.Redirect($"//{cluster.Master.Address}/slaves"));

        var report = await cluster.ScanAsync();

        Assert.Null(report.Picture.Leader);
        Assert.Equal(["no-leader", "source-unreadable"], report.Warnings.Select(w => w.Code).Order());
        Assert.Equal(1, cluster.Master.Requests.Count(r => r.Path == "/slaves"));
    }

    [Fact]
    public async Task Redirect_OfAllStandbysToTheSameStranger_ItIsAskedOnce()
    {
        await using var cluster = new FakeCluster();
        var stranger = cluster.Add(new LoopbackServer());
        var standbys = Enumerable.Range(0, 3).Select(_ => cluster.Add(new LoopbackServer()
            .On("/metrics/snapshot", Answers.Json(FakeDocuments.StandbyMetrics))
            .On("/redirect", Answers.Redirect($"//{stranger.Address}")))).ToList();
        cluster.Targets = cluster.Targets with { Masters = [.. standbys.Select(s => s.Uri)] };

        var report = await cluster.ScanAsync();

        Assert.Single(stranger.Requests);
        Assert.Equal([$"Master {stranger.Address}/metrics/snapshot: HTTP 404: no such endpoint; the process is still starting, or this is the wrong server or port."], report.Warnings.Where(w => w.Code == "source-unreadable").Select(w => w.Message));
        Assert.Null(report.Picture.Leader);
    }

    [Fact]
    public async Task Redirect_NoLeaderIsKnown_StandbysAreStillShown()
    {
        await using var cluster = new FakeCluster();
        cluster.Master.On("/metrics/snapshot", Answers.Json(FakeDocuments.StandbyMetrics)).On("/redirect", Answers.Status("503 Service Unavailable", "No leader elected"));

        var report = await cluster.ScanAsync();

        Assert.Single(report.Picture.Masters);
        Assert.Equal("no-leader", Assert.Single(report.Warnings).Code);
    }

    [Fact]
    public async Task Post_ContentTypeHasNoCharset()
    {
        await using var cluster = new FakeCluster();

        await cluster.CollectAsync();

        var call = Assert.Single(cluster.Master.Requests, r => r.Method == "POST");
        Assert.Equal("application/json", call.Headers["Content-Type"]);
        Assert.Equal("""{"type":"GET_MASTER"}""", call.Body);
    }

    [Fact]
    public async Task ElectedTime_SameProcessStillLeads_IsAskedOnce()
    {
        await using var cluster = new FakeCluster();
        using var collector = new ClusterCollector(cluster.Targets, TimeProvider.System);
        var first = await collector.CollectAsync(null, TestContext.Current.CancellationToken);
        var second = await collector.CollectAsync(null, TestContext.Current.CancellationToken);

        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1700000000250), first.Leader?.ElectedAt);
        Assert.Equal(first.Leader?.ElectedAt, second.Leader?.ElectedAt);
        Assert.Single(cluster.Master.Requests, r => r.Path == "/api/v1");
    }

    [Fact]
    public async Task ElectedTime_MasterStartedAgainAndLeadsAgain_IsAskedAgain()
    {
        await using var cluster = new FakeCluster();
        using var collector = new ClusterCollector(cluster.Targets, TimeProvider.System);
        await collector.CollectAsync(null, TestContext.Current.CancellationToken);
        cluster.Master.On("/metrics/snapshot", Answers.Json(FakeDocuments.LeaderMetrics.Replace("100.5", "2.5", StringComparison.Ordinal)))
            .On("/api/v1", Answers.Json(FakeDocuments.GetMaster.Replace("1700000000.25", "1700000060", StringComparison.Ordinal)));

        var snapshot = await collector.CollectAsync(null, TestContext.Current.CancellationToken);

        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000060), snapshot.Leader?.ElectedAt);
    }

    [Fact]
    public async Task Masters_OneIsNamedTwice_IsAskedOnce()
    {
        await using var cluster = new FakeCluster();
        cluster.Targets = cluster.Targets with { Masters = [cluster.Master.Uri, new($"http://{cluster.Master.Address}/mesos")] };

        Assert.Single((await cluster.CollectAsync()).Masters);
    }

    [Fact]
    public async Task Resources_WholeDoublesRangesAndUnknownOnes_AreRead()
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Master.On("/slaves", Answers.Json(FakeDocuments.Slaves(cluster.Slave(1).Replace(
            "\"ports\":\"[31000-32000]\"", "\"ports\":\"[1-2, 4-5]\",\"network_bandwidth\":28956.0,\"cpus_revocable\":2.5", StringComparison.Ordinal))));

        var resources = Assert.Single((await cluster.CollectAsync()).Agents).Resources!;

        Assert.Equal((4.0, 8192.0), (resources.Total.Cpus.Cores, resources.Total.Memory.Mebibytes));
        Assert.Equal(2.5, resources.Revocable.Cpus.Cores);
    }

    [Fact]
    public async Task Revocable_IsMixedIntoNoTotal()
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Master.On("/slaves", Answers.Json(FakeDocuments.Slaves(cluster.Slave(1, """
            ,"resources":{"cpus":4.0,"mem":8192.0,"cpus_revocable":10.0},"used_resources":{"cpus":1.0,"mem":1024.0,"cpus_revocable":3.0},
             "used_resources_full":[{"name":"cpus","type":"SCALAR","scalar":{"value":1.0},"role":"*"},{"name":"cpus","scalar":{"value":3.0},"role":"*","revocable":{}}],
             "reserved_resources":{"prod":{"cpus":1.0,"mem":0}}
            """))));

        var resources = Assert.Single((await cluster.CollectAsync()).Agents).Resources!;

        Assert.Equal((4.0, 1.0, 1.0), (resources.Total.Cpus.Cores, resources.Allocated.Cpus.Cores, resources.UnreservedAllocated.Cpus.Cores));
        Assert.Equal((10.0, 3.0), (resources.Revocable.Cpus.Cores, resources.RevocableAllocated.Cpus.Cores));
    }

    [Fact]
    public async Task Reservations_UsedResourcesFullSaysWhatWasTakenFromWhich()
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Master.On("/slaves", Answers.Json(FakeDocuments.Slaves(cluster.Slave(1, """
            ,"used_resources":{"cpus":2.0,"mem":1024.0},"unreserved_resources":{"cpus":1.0,"mem":4096.0},
             "reserved_resources":{"prod":{"cpus":2.0,"mem":2048.0},"prod/search":{"cpus":1.0,"mem":2048.0}},
             "used_resources_full":[{"name":"cpus","scalar":{"value":0.5},"role":"*"},
              {"name":"cpus","scalar":{"value":1.0},"reservations":[{"type":"STATIC","role":"prod"}]},
              {"name":"cpus","scalar":{"value":0.5},"reservations":[{"role":"prod"},{"role":"prod/search"}]},
              {"name":"mem","scalar":{"value":1024.0},"role":"prod"},{"name":"disk","scalar":{"value":5.0},"role":"*","shared":{}},
              {"name":"ports","type":"RANGES","ranges":{"range":[{"begin":1,"end":2}]}}]
            """))));

        var resources = Assert.Single((await cluster.CollectAsync()).Agents).Resources!;

        Assert.Equal(
            [("prod", 1.0, 1024.0), ("prod/search", 0.5, 0.0)],
            resources.Reservations.Select(r => (r.Role, r.Allocated.Cpus.Cores, r.Allocated.Memory.Mebibytes)));
        Assert.Equal(0.5, resources.UnreservedAllocated.Cpus.Cores);
        Assert.Equal(0.5, resources.FreeFor("*").Cpus.Cores);
        Assert.Equal(2.0, resources.FreeFor("prod/search").Cpus.Cores);
        Assert.Equal(MemorySize.Zero, resources.UnreservedAllocated.Disk);
    }

    [Fact]
    public async Task Attributes_NumbersAndDuplicates_AreText()
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Master.On("/slaves", Answers.Json(FakeDocuments.Slaves(cluster.Slave(1, """
            ,"attributes":{"rack":48.0,"zone":5,"zone":"b","number":29160,"range":"[1-2]","odd":{"x":[1]},"flag":true,"none":null}
            """))));

        var agent = Assert.Single((await cluster.CollectAsync()).Agents);

        Assert.Equal(
            [("flag", "true"), ("number", "29160"), ("rack", "48"), ("range", "[1-2]"), ("zone", "5,b")],
            agent.Attributes.Select(a => (a.Key, a.Value)).OrderBy(a => a.Key, StringComparer.Ordinal));
        Assert.Equal(("5,b", "48"), (agent.Zone, agent.Rack));
    }

    [Fact]
    public async Task Domain_StandsInForAMissingZone()
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Master.On("/slaves", Answers.Json(FakeDocuments.Slaves(cluster.Slave(
            1, ""","attributes":{"os":"x"},"domain":{"fault_domain":{"region":{"name":"eu"},"zone":{"name":"eu-1"}}}"""))));

        Assert.Equal("eu-1", Assert.Single((await cluster.CollectAsync()).Agents).Zone);
    }

    [Fact]
    public async Task Keys_OccurTwiceOrAreUnknown_TheLastOneCounts()
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Master.On("/slaves", Answers.Json(FakeDocuments.Slaves(cluster.Slave(1, ""","active":false,"active":true,"news":{"of":["the","future"]}"""))));

        Assert.Equal(AgentState.Active, Assert.Single((await cluster.CollectAsync()).Agents).State);
    }

    [Fact]
    public async Task Agents_10000OfThemAnnounceTheSameName_EachCounts()
    {
        await using var cluster = new FakeCluster(agents: 0);
        cluster.Master.On("/slaves", Answers.Json(FakeDocuments.Slaves(
            Enumerable.Range(0, 10_000).Select(i => FakeDocuments.Slave("localhost", $"slave(1)@127.0.0.1:{20_000 + i}", more: ""","active":false""")))));
        cluster.Targets = cluster.Targets with { Marathons = [], Limits = cluster.Targets.Limits with { MaxBodyBytes = 64 << 20, MaxConcurrency = 256 } };

        var report = await cluster.ScanAsync();

        Assert.Equal(10_000, report.Agents.Count);
        Assert.Equal(40_000, report.Cluster.Total.Cpus.Cores);
        Assert.Equal("127.0.0.1:20000", report.Agents[0].Agent.Name.ToString());
    }

    [Fact]
    public async Task Agents_OneIsListedTwice_CountsOnceAndTheActiveOneIsIt()
    {
        await using var cluster = new FakeCluster(agents: 1);
        var former = cluster.Slave(1, ""","id":"old","active":false""");
        cluster.Master.On("/slaves", Answers.Json($$"""
            {"slaves":[{{former}},{{cluster.Slave(1)}}],"recovered_slaves":[{"id":"older","hostname":"a1","port":5051}]}
            """));

        var agent = Assert.Single((await cluster.CollectAsync()).Agents);

        Assert.Equal(("id-a1", AgentState.Active), (agent.Id, agent.State));
    }

    [Fact]
    public async Task Agents_HaveAbsurdSizes_ReportStands()
    {
        await using var cluster = new FakeCluster();
        var absurd = Enumerable.Range(0, 50).Select(i => FakeDocuments.Slave(
            $"b{i}", $"slave(1)@{cluster.Agents[0].Address}", more: ""","resources":{"cpus":1e9,"mem":1099511627776,"disk":1e308,"gpus":-1}"""));
        cluster.Master.On("/slaves", Answers.Json(FakeDocuments.Slaves([cluster.Slave(1), .. absurd])));
        var total = (await cluster.ScanAsync()).Cluster.Total;
        Assert.Equal((4.0, 8192.0), (total.Cpus.Cores, total.Memory.Mebibytes));
    }

    private static int Asked(FakeCluster cluster) => cluster.Master.Requests.Count(r => r.Path == "/maintenance/schedule");
}
