using System.Globalization;
using Capacity.Core.Cluster;
using Capacity.Mesos.Collection;
using Capacity.Mesos.Tests.Fakes;

namespace Capacity.Mesos.Tests.Agents;

/// <summary>What is known of agents (facts §0, §1.1, §2.3) and has to be obeyed.</summary>
public sealed class AgentFactsTests
{
    [Fact]
    public async Task CollectAsync_AgentRecovering_EmptyContainersAreNotBelieved()
    {
        await using var cluster = new FakeCluster();
        using var collector = new ClusterCollector(cluster.Targets, TimeProvider.System);
        var memory = new ClusterMemory();
        memory.Lay(await collector.CollectAsync(null, TestContext.Current.CancellationToken));
        cluster.Agents[1].On("/containers", Answers.Json("[]")).On("/state", Answers.Status("503 Service Unavailable", "Agent has not finished recovery"));

        var picture = memory.Lay(await collector.CollectAsync(null, TestContext.Current.CancellationToken));

        Assert.DoesNotContain(new AgentName("a2", 5051), picture.AgentsRead);
        var held = Assert.Single(picture.Containers, c => c.Agent.Hostname == "a2");
        Assert.Null(held.Sample);
        Assert.True(picture.Held);
    }

    [Fact]
    public async Task Pid_IsUsedNotHostname()
    {
        await using var cluster = new FakeCluster(agents: 1);

        var agent = Assert.Single((await cluster.ScanAsync()).Agents);

        Assert.True(agent.Read);
        Assert.Equal(("a1", cluster.Agents[0].Address), (agent.Agent.Name.Hostname, agent.Agent.Address));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("slave(1)@nowhere")]
    [InlineData("slave(1)@127.0.0.1:0")]
    [InlineData("slave(1)@127.0.0.1:99999")]
    [InlineData("slave(1)@:5051")]
    [InlineData(null)]
    public async Task Pid_IsUnusable_HostnameIsTriedAndItsFailureIsOneLine(string? pid)
    {
        await using var cluster = new FakeCluster();
        cluster.Master.On("/slaves", Answers.Json(FakeDocuments.Slaves(cluster.Slave(1), FakeDocuments.Slave("a2.invalid", pid), cluster.Slave(3))));

        var report = await cluster.ScanAsync();

        var line = Assert.Single(report.Warnings, w => w.Code == "source-unreadable");
        Assert.Equal("Agent a2.invalid:5051/containers: the host name does not resolve.", line.Message);
        Assert.Equal(2, report.Agents.Count(a => a.Read));
        Assert.Equal(12, report.Cluster.Total.Cpus.Cores);
    }

    [Theory]
    [InlineData("no host name!")]
    [InlineData("user:secret@evil.test/x?")]
    [InlineData("[")]
    public async Task Hostname_IsNoHostNameAndPidIsGarbage_OneLineAndNothingIsAsked(string hostname)
    {
        await using var cluster = new FakeCluster();
        cluster.Master.On("/slaves", Answers.Json(FakeDocuments.Slaves(cluster.Slave(1), FakeDocuments.Slave(hostname, "x"), cluster.Slave(3))));

        var report = await cluster.ScanAsync();

        var line = Assert.Single(report.Warnings, w => w.Code == "source-unreadable");
        Assert.EndsWith("what it announces is no host name.", line.Message, StringComparison.Ordinal);
        Assert.Equal(2, report.Agents.Count(a => a.Read));
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(0.0)]
    [InlineData(1e300)]
    [InlineData(70000.0)]
    public async Task Port_IsNone_UsualOneIsMeant(double port)
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Master.On("/slaves", Answers.Json(FakeDocuments.Slaves(cluster.Slave(1, string.Create(CultureInfo.InvariantCulture, $",\"port\":{port:R}")))));

        Assert.Equal(new("a1", 5051), Assert.Single((await cluster.CollectAsync()).Agents).Name);
    }

    [Fact]
    public async Task Containers_StatisticsAreMissing_ContainerIsThereWithoutUsage()
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Agents[0].On("/containers", Answers.Json("""[{"container_id":"c-a1","executor_id":null,"framework_id":"f-0000","status":{"executor_pid":7}}]"""));

        var report = await cluster.ScanAsync();

        var container = Assert.Single(report.Containers);
        Assert.Null(container.Usage);
        Assert.Equal((1, 0, 0), (report.Cluster.Usage.Containers, report.Cluster.Usage.MemoryMeasured, report.Cluster.Usage.CpuMeasured));
        Assert.Null(report.Cluster.Usage.Memory);
    }

    [Fact]
    public async Task Containers_StatisticsAreLimitsAlone_UsageIsUnknownNotZero()
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Agents[0].On("/containers", Answers.Json(
            """[{"container_id":"c-a1","statistics":{"timestamp":1700000000.5,"cpus_limit":1.1,"mem_limit_bytes":167772160}}]"""));

        var sample = Assert.Single((await cluster.CollectAsync()).Containers).Sample!;

        Assert.Equal((null, null, null, null), (sample.CpuSeconds, sample.MemoryWorkingSetBytes, sample.CpuPeriods, sample.DiskUsedBytes));
        Assert.Equal(167772160, sample.MemoryLimitBytes);
    }

    [Fact]
    public async Task Containers_AfterAnAgentRestartLimitsAreMissing_UsageStands()
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Agents[0].On("/containers", Answers.Json(
            """[{"container_id":"c-a1","statistics":{"timestamp":1700000000.5,"cpus_user_time_secs":1.0,"cpus_system_time_secs":2.0,"mem_rss_bytes":5}}]"""));

        var sample = Assert.Single((await cluster.CollectAsync()).Containers).Sample!;

        Assert.Equal((3.0, 5, null, null), (sample.CpuSeconds, sample.MemoryWorkingSetBytes, sample.CpuLimitCores, sample.MemoryLimitBytes));
    }

    [Fact]
    public async Task Usage_CpuIsDividedByTheAgentsClock()
    {
        await using var cluster = new FakeCluster(agents: 1);

        var report = await cluster.ScanAsync(samples: 2);

        // 5 CPU-seconds in 10 seconds by the timestamps, though the two requests were milliseconds apart.
        Assert.Equal(0.5, report.Cluster.Usage.Cpus?.Cores);
    }

    [Fact]
    public async Task Usage_SampleIsTheSameAsBefore_IsNoRate()
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Agents[0].On("/containers", Answers.Json($"[{FakeDocuments.Container("a1")}]"));

        Assert.Null((await cluster.ScanAsync(samples: 2)).Cluster.Usage.Cpus);
    }

    [Fact]
    public async Task Usage_ContainerIdChanged_IsANewSeries()
    {
        await using var cluster = new FakeCluster(agents: 1);
        var scan = 0;
        cluster.Agents[0].On("/containers", Answers.Json(_ => $"[{FakeDocuments.Container("a1", scan).Replace("c-a1", $"c-{scan}", StringComparison.Ordinal)}]"))
            .On("/state", Answers.Json(_ => FakeDocuments.State("a1", FakeDocuments.Executor("a1").Replace("c-a1", $"c-{scan++}", StringComparison.Ordinal))));

        var report = await cluster.ScanAsync(samples: 2);

        Assert.Equal("c-1", Assert.Single(report.Containers).Container.Id);
        Assert.Null(report.Cluster.Usage.Cpus);
        Assert.NotNull(report.Cluster.Usage.Memory);
    }

    [Fact]
    public async Task Usage_CounterWentBack_IsNoRate()
    {
        await using var cluster = new FakeCluster(agents: 1);
        var scan = 0;
        cluster.Agents[0].On("/containers", Answers.Json(_ =>
            $"[{FakeDocuments.Container("a1", scan++).Replace(scan > 1 ? "\"cpus_user_time_secs\":103.25" : "\r", "\"cpus_user_time_secs\":1.0", StringComparison.Ordinal)}]"));

        Assert.Null((await cluster.ScanAsync(samples: 2)).Cluster.Usage.Cpus);
    }

    [Fact]
    public async Task Throttling_IsAbsentWithoutCfs_IsUnknownNotNever()
    {
        await using var cluster = new FakeCluster(agents: 1);

        Assert.Null(Assert.Single((await cluster.ScanAsync(samples: 2)).Apps).ThrottledRatio);
    }

    [Theory]
    [InlineData("""{"mem_total_bytes":100,"mem_cache_bytes":40,"mem_mapped_file_bytes":10,"mem_rss_bytes":5}""", 70)]
    [InlineData("""{"mem_rss_bytes":5.0}""", 5)]
    [InlineData("""{"mem_total_bytes":10,"mem_cache_bytes":40}""", 0)]
    [InlineData("""{"mem_total_bytes":9e18,"mem_mapped_file_bytes":9e18,"mem_cache_bytes":0,"mem_rss_bytes":7}""", 7)]
    public async Task Memory_DockerContainerizerGivesRssAlone_WorkingSetIsTheBestThereIs(string statistics, long expected)
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Agents[0].On("/containers", Answers.Json($$"""[{"container_id":"c-a1","statistics":{"timestamp":1700000000,{{statistics[1..]}} }]"""));

        Assert.Equal(expected, Assert.Single((await cluster.ScanAsync()).Containers).Memory?.Bytes);
    }

    [Fact]
    public async Task CommandExecutor_ItsOwnShareIsNotRequested()
    {
        await using var cluster = new FakeCluster(agents: 1);

        var container = Assert.Single((await cluster.CollectAsync()).Containers);

        Assert.Equal(ExecutorKind.Command, container.Kind);
        Assert.Equal((1.0, 1024.0), (container.Allocated.Cpus.Cores, container.Allocated.Memory.Mebibytes));
    }

    [Fact]
    public async Task CommandExecutor_TaskHasJustEnded_NothingIsRequested()
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Agents[0].On("/state", Answers.Json(FakeDocuments.State("a1", """
            {"id":"t","name":"Command Executor (Task: t) (Command: sh -c 'x')","source":"t","container":"c-a1","resources":{"cpus":0.1,"mem":32.0},"tasks":[],
             "queued_tasks":[],"completed_tasks":[]}
            """)));

        var container = Assert.Single((await cluster.CollectAsync()).Containers);

        Assert.Equal((ExecutorKind.Command, 0.0), (container.Kind, container.Allocated.Cpus.Cores));
    }

    [Fact]
    public async Task CustomExecutor_ItsResourcesAreRequested()
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Agents[0].On("/state", Answers.Json(FakeDocuments.State("a1", $$"""
            {"id":"spark","name":"","source":"","container":"c-a1","type":"CUSTOM","resources":{"cpus":1.5,"mem":2048.0},"tasks":[{{FakeDocuments.Task("1", "spark")}}],
             "queued_tasks":[{{FakeDocuments.Task("2", "spark", 0.25)}}]}
            """)));

        var container = Assert.Single((await cluster.CollectAsync()).Containers);

        Assert.Equal((ExecutorKind.Custom, 1.5, 2), (container.Kind, container.Allocated.Cpus.Cores, container.Tasks.Count));
    }

    [Fact]
    public async Task Pod_ExecutorHoldsItsTasks_IsCountedOnce()
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Agents[0]
            .On("/containers", Answers.Json($"[{FakeDocuments.Container("pod")}]"))
            .On("/state", Answers.Json(FakeDocuments.State("a1", $$"""
                {"id":"instance-p","name":"","source":"","container":"c-pod","type":"DEFAULT","resources":{"cpus":0.7,"mem":2080.0},
                 "tasks":[{{FakeDocuments.Task("p.app", "instance-p", 0.5)}},{{FakeDocuments.Task("p.sidecar", "instance-p", 0.1)}}]}
                """)));

        var report = await cluster.ScanAsync();

        var container = Assert.Single(report.Containers).Container;
        Assert.Equal((ExecutorKind.Default, 0.7, 2), (container.Kind, container.Allocated.Cpus.Cores, container.Tasks.Count));
        Assert.Equal(512 << 20, report.Cluster.Usage.Memory?.Bytes);
    }

    [Theory]
    [InlineData(""","limits":{"cpus":"Infinity","mem":512.0}""")]
    [InlineData(""","limits":{"cpus":Infinity,"mem":512}""")]
    public async Task Limits_InfinityAsAStringOrBare_IsRead(string limits)
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Agents[0].On("/state", Answers.Json(FakeDocuments.State("a1", FakeDocuments.Executor("a1", limits))));

        var task = Assert.Single(Assert.Single((await cluster.CollectAsync()).Containers).Tasks);

        Assert.Equal((double.PositiveInfinity, 512 << 20), (task.Limits?.Cpus, task.Limits?.MemoryBytes));
        Assert.Equal(limits.Contains("\"Inf", StringComparison.Ordinal) ? 1 : 2, cluster.Agents[0].Requests.Count(r => r.Path == "/state"));
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("-1")]
    [InlineData("\"many\"")]
    [InlineData("null")]
    public async Task Limits_AreNone_RequestIsTheLimit(string limit)
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Agents[0].On("/state", Answers.Json(FakeDocuments.State("a1", FakeDocuments.Executor("a1", $$""","limits":{"cpus":{{limit}} }"""))));

        Assert.Null(Assert.Single(Assert.Single((await cluster.CollectAsync()).Containers).Tasks).Limits?.Cpus);
    }

    [Theory]
    [InlineData("-62135596800")]
    [InlineData("0")]
    [InlineData("253402300799")]
    [InlineData("3093527980800")]
    [InlineData("1e308")]
    [InlineData("1e400")]
    [InlineData("NaN")]
    [InlineData("\"2020-01-01\"")]
    public async Task Timestamp_IsOfTheYear1Or99999_SampleIsNone(string timestamp)
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Agents[0].On("/containers", Answers.Json($$"""[{"container_id":"c-a1","statistics":{"timestamp":{{timestamp}},"mem_rss_bytes":5} }]"""));

        Assert.Null(Assert.Single((await cluster.ScanAsync()).Containers).Usage);
    }

    [Theory]
    [InlineData("1e308")]
    [InlineData("1e400")]
    [InlineData("1e17")]
    public async Task Usage_CounterLeapsBeyondAnyHost_IsNoRate(string seconds)
    {
        await using var cluster = new FakeCluster(agents: 1);
        var scan = 0;
        cluster.Agents[0].On("/containers", Answers.Json(_ => $$"""
            [{"container_id":"c-a1","statistics":{"timestamp":{{1700000000 + scan}},"cpus_user_time_secs":{{(scan++ == 0 ? "0" : seconds)}},"cpus_system_time_secs":0,
              "cpus_nr_periods":1e308,"cpus_nr_throttled":1e308,"cpus_throttled_time_secs":1e308,"mem_total_bytes":1e308} }]
            """));

        var report = await cluster.ScanAsync(samples: 2);

        Assert.Equal((null, null), (report.Cluster.Usage.Cpus, report.Cluster.Usage.Memory));
    }

    [Fact]
    public async Task State_ResourcesOfAnAgentTheLeaderWaitsFor_ComeFromItself()
    {
        await using var cluster = new FakeCluster(agents: 1);
        cluster.Master.On("/slaves", Answers.Json($$"""
            {"slaves":[],"recovered_slaves":[{"id":"id-a1","hostname":"127.0.0.1","port":{{cluster.Agents[0].Address.Port}}}]}
            """));

        var agent = Assert.Single((await cluster.CollectAsync()).Agents);

        Assert.Equal((AgentState.Recovered, 4.0, 1.0), (agent.State, agent.Resources?.Total.Cpus.Cores, agent.Resources?.Allocated.Cpus.Cores));
    }

    [Fact]
    public async Task Failures_OperatorApiSaysWhy_AskedOnceForEachNewFailure()
    {
        await using var cluster = new FakeCluster(agents: 1);
        const string Failed = ""","completed_frameworks":[{"id":"f-9","name":"flaky","completed_executors":[{"id":"x","completed_tasks":[{"id":"x.1","state":"TASK_FAILED"}]}]}]""";
        cluster.Agents[0]
            .On("/state", Answers.Json(FakeDocuments.State("a1", FakeDocuments.Executor("a1")).Replace(",\"completed_frameworks\":[]", Failed, StringComparison.Ordinal)))
            .On("/api/v1", Answers.Json("""
                {"type":"GET_TASKS","get_tasks":{"completed_tasks":[{"name":"web","task_id":{"value":"x.1"},"framework_id":{"value":"f-9"},"state":"TASK_FAILED",
                 "statuses":[{"state":"TASK_RUNNING"},{"state":"TASK_FAILED","reason":"REASON_CONTAINER_LIMITATION_MEMORY","message":"Memory limit exceeded:\nRequested: 1",
                 "timestamp":1700000000.0}]}]}}
                """));
        using var collector = new ClusterCollector(cluster.Targets, TimeProvider.System);
        await collector.CollectAsync(null, TestContext.Current.CancellationToken);

        var failure = Assert.Single((await collector.CollectAsync(null, TestContext.Current.CancellationToken)).Failures);

        Assert.Equal(("flaky", "x.1", true, "Memory limit exceeded:"), (failure.App.Framework, failure.TaskId, failure.OutOfMemory, failure.Message));
        Assert.Single(cluster.Agents[0].Requests, r => r.Path == "/api/v1");
    }

    [Fact]
    public async Task Failures_OperatorApiIsForbidden_KillsAreUnknownAndSaidOnce()
    {
        await using var cluster = new FakeCluster();
        const string Failed = ""","completed_frameworks":[{"id":"f-9","completed_executors":[{"id":"x","completed_tasks":[{"id":"x.1","state":"TASK_FAILED"}]}]}]""";
        foreach (var (agent, name) in cluster.Agents.Zip(["a1", "a2", "a3"]))
        {
            agent.On("/state", Answers.Json(FakeDocuments.State(name, FakeDocuments.Executor(name)).Replace(",\"completed_frameworks\":[]", Failed, StringComparison.Ordinal)))
                .On("/api/v1", Answers.Status("403 Forbidden", string.Empty));
        }

        var report = await cluster.ScanAsync();

        var line = Assert.Single(report.Warnings);
        Assert.Equal("Agent /api/v1 GET_TASKS on 3 servers: HTTP 403: the credentials do not allow this. Memory kills are not known there.", line.Message);
        Assert.Null(Assert.Single(report.Apps).MemoryKills);
    }

    [Fact]
    public async Task Authorization_HidesFrameworksSilently_IsSaid()
    {
        await using var cluster = new FakeCluster();
        foreach (var (agent, name) in cluster.Agents.Zip(["a1", "a2", "a3"]))
        {
            agent.On("/state", Answers.Json(FakeDocuments.State(name, string.Empty)));
        }

        Assert.Contains((await cluster.ScanAsync()).Warnings, w => w.Code == "partial-credentials" && w.MakesPartial);
    }
}
