using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Policies;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Core.Tests.Alerting.Subjects;

public sealed class SubjectMapperTests
{
    [Theory]
    [InlineData("NodeDown", "host=a severity=warning", AlertKind.Machine)]
    [InlineData("InstanceDown", "instance=a:9100 severity=critical", AlertKind.Machine)]
    [InlineData("HostUnreachable", "node=a severity=critical", AlertKind.Machine)]
    [InlineData("DockerDaemonDown", "host=a severity=warning", AlertKind.Service)]
    [InlineData("ChronyDown", "host=a severity=critical", AlertKind.Service)]
    [InlineData("ChronyDown", "host=a severity=warning", AlertKind.Auxiliary)]
    [InlineData("NodeExporterDown", "host=a severity=critical", AlertKind.Auxiliary)]
    [InlineData("MesosAgentNotRegistered", "host=a severity=warning", AlertKind.Registration)]
    [InlineData("NodeFilesystemAlmostOutOfSpace", "host=a severity=critical", AlertKind.Condition)]
    [InlineData("ZoneTargetsDown", "zone=a severity=critical", AlertKind.Domain)]
    [InlineData("MesosActiveAgentsLow", "job=mesos severity=critical", AlertKind.ClusterEffect)]
    [InlineData("MesosTasksLostSpike", "job=mesos severity=critical", AlertKind.ClusterEffect)]
    [InlineData("ZooKeeperQuorumLost", "job=zk severity=critical", AlertKind.ControlLost)]
    [InlineData("MesosNoLeader", "job=mesos severity=critical", AlertKind.ControlLost)]
    [InlineData("MesosLeaderChanged", "job=mesos severity=info", AlertKind.LeaderChanged)]
    [InlineData("MarathonAppDown", "app=/a zone=b severity=critical", AlertKind.App)]
    [InlineData("AppErrorBudgetBurn", "app=/a severity=critical", AlertKind.Symptom)]
    [InlineData("MarathonTaskUnhealthy", "app=/a host=a severity=critical", AlertKind.Task)]
    [InlineData("EdgeNoHealthyProxy", "vip=x instance=blackbox:9115 severity=critical", AlertKind.Symptom)]
    [InlineData("SomethingStrange", "job=x severity=critical", AlertKind.Condition)]
    public void Map_NameAndLabels_SayTheKind(string name, string labels, AlertKind expected) =>
        Assert.Equal(expected, Map(Topology.Empty, $"alertname={name} {labels}").Kind);

    [Theory]
    [InlineData("severity=page", AlertSeverity.Critical)]
    [InlineData("job=x", AlertSeverity.Critical)]
    [InlineData("severity=warning", AlertSeverity.Warning)]
    [InlineData("severity=none", AlertSeverity.Info)]
    public void Map_Severity_IsOneOfThree(string labels, AlertSeverity expected) =>
        Assert.Equal(expected, Map(Topology.Empty, $"alertname=X {labels}").Severity);

    [Fact]
    public void Map_LabelsWithoutPlace_InventoryKnowsIt()
    {
        var subject = Map(new([new("a", "z", "r", [Machine.Agent])]), "alertname=NodeDown instance=a:9100");

        Assert.Equal(("z", "r"), (subject.Zone, subject.Rack));
    }

    private static AlertSubject Map(Topology topology, string labels) =>
        new SubjectMapper(AlertPolicy.Default, topology).Map(LabelSet.Create(labels.Split(' ').Select(l => KeyValuePair.Create(l.Split('=')[0], l.Split('=')[1]))));
}
