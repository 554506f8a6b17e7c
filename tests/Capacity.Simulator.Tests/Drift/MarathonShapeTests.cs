using System.Text;

namespace Capacity.Simulator.Tests.Drift;

/// <summary>Marathon's answers have the fields that real ones have; the samples are made up, their names and types are those of Marathon 1.5 and later.</summary>
public sealed class MarathonShapeTests(MarathonAnswers marathon) : IClassFixture<MarathonAnswers>
{
    private const string App = """
        {"id":"/a","backoffFactor":1.15,"backoffSeconds":1,"cmd":"c","constraints":[["hostname"]],"container":{"type":"MESOS","volumes":[]},"cpus":0.1,"disk":0,
         "dependencies":[],"env":{},"executor":"","healthChecks":[{"gracePeriodSeconds":5,"intervalSeconds":10,"maxConsecutiveFailures":3,"path":"/","portIndex":0,
         "protocol":"MESOS_HTTP","timeoutSeconds":10}],"instances":1,"labels":{},"maxLaunchDelaySeconds":300,"mem":128,"gpus":0,"networks":[{"mode":"host"}],
         "portDefinitions":[{"port":1,"protocol":"tcp","name":"n"}],"requirePorts":false,"upgradeStrategy":{"maximumOverCapacity":1,"minimumHealthCapacity":1},
         "version":"v","versionInfo":{"lastScalingAt":"v","lastConfigChangeAt":"v"},"killSelection":"YOUNGEST_FIRST",
         "unreachableStrategy":{"inactiveAfterSeconds":0,"expungeAfterSeconds":0},"role":"r"
        """;

    private const string Task = """
        {"ipAddresses":[{"ipAddress":"i","protocol":"IPv4"}],"stagedAt":"t","state":"TASK_RUNNING","ports":[1],"startedAt":"t","version":"v","id":"i","appId":"/a",
         "slaveId":"s","host":"h","servicePorts":[1],"healthCheckResults":[{"alive":true,"consecutiveFailures":0,"firstSuccess":"t","lastFailure":null,
         "lastSuccess":"t","taskId":"i"}]}
        """;

    private const string Stats = """
        {"stats":{"counts":{"staged":0,"running":1,"healthy":0,"unhealthy":0},"lifeTime":{"averageSeconds":1.5,"medianSeconds":1.5}}}
        """;

    private const string Apps = $$$$"""
        {"apps":[{{{{App}}}},"tasksStaged":0,"tasksRunning":1,"tasksHealthy":0,"tasksUnhealthy":0,"deployments":[{"id":"d"}],"tasks":[{{{{Task}}}}],
         "taskStats":{"startedAfterLastScaling":{{{{Stats}}}},"withLatestConfig":{{{{Stats}}}},"totalSummary":{{{{Stats}}}}},
         "lastTaskFailure":{"appId":"/a","host":"h","message":"m","slaveId":"s","state":"TASK_FAILED","taskId":"t","timestamp":"t","version":"v"}}]}
        """;

    private const string Queue = $$$$"""
        {"queue":[{"count":1,"delay":{"timeLeftSeconds":0,"overdue":true},"since":"t","app":{{{{App}}}}},"role":"r",
         "processedOffersSummary":{"processedOffersCount":1,"unusedOffersCount":1,"rejectSummaryLastOffers":[{"reason":"r","declined":1,"processed":1}],
         "rejectSummaryLaunchAttempt":[]}}]}
        """;

    private const string Deployments = """
        [{"id":"d","version":"v","affectedApps":["/a"],"affectedPods":[],"steps":[{"actions":[{"action":"RestartApplication","app":"/a"}]}],
          "currentActions":[{"action":"RestartApplication","app":"/a","readinessCheckResults":[]}],"currentStep":1,"totalSteps":1}]
        """;

    private const string Pods = """
        [{"id":"/p","spec":{"id":"/p","labels":{},"version":"v","containers":[],"volumes":[],"networks":[],"scaling":{"kind":"fixed","instances":1},"scheduling":{}},
          "status":"STABLE","statusSince":"t","instances":[{"id":"i","status":"STABLE","statusSince":"t","conditions":[],"agentHostname":"h","agentId":"a",
          "resources":{"cpus":0.1,"mem":64,"disk":0,"gpus":0},"networks":[],"containers":[{"name":"c","status":"TASK_RUNNING","statusSince":"t","conditions":[],
          "containerId":"c","endpoints":[],"resources":{"cpus":0.1,"mem":32,"disk":0,"gpus":0},"lastUpdated":"t","lastChanged":"t"}],"specReference":"s",
          "lastUpdated":"t","lastChanged":"t"}],"terminationHistory":[],"lastUpdated":"t","lastChanged":"t"}]
        """;

    private const string Info = """
        {"name":"m","version":"1.10.26","elected":true,"leader":"h:1","frameworkId":"f","marathon_config":{"checkpoint":true,"executor":"//cmd",
         "failover_timeout":604800,"framework_name":"marathon","ha":true,"hostname":"h","local_port_max":2,"local_port_min":1,"master":"m","mesos_role":"r","mesos_user":"u",
         "reconciliation_initial_delay":1,"reconciliation_interval":1,"task_launch_timeout":1},
         "zookeeper_config":{"zk":"z","zk_compression":true,"zk_compression_threshold":1,"zk_max_node_size":1,"zk_session_timeout":1},
         "http_config":{"http_port":1,"https_port":2}}
        """;

    [Theory]
    [InlineData("v2/apps?embed=apps.tasks&embed=apps.taskStats&embed=apps.lastTaskFailure", Apps)]
    [InlineData("v2/tasks", $$"""{"tasks":[{{Task}}]}""")]
    [InlineData("v2/queue", Queue)]
    [InlineData("v2/deployments", Deployments)]
    [InlineData("v2/pods/::status", Pods)]
    [InlineData("v2/info", Info)]
    [InlineData("v2/leader", """{"leader":"h:1"}""")]
    public void Get_AnyList_HasTheFieldsOfMarathon(string path, string sample) =>

        // What waits here has no health check; that of an app is compared in the list of apps.
        Assert.Equal(
            [],
            MarathonAnswers.Fields([Encoding.UTF8.GetBytes(sample)]).Except(marathon.FieldsOf(path)).Where(f => !f.Contains("queue[].app.healthChecks[]", StringComparison.Ordinal)));
}
