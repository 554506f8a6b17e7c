using Capacity.Core.Cluster;

namespace Capacity.Core.Tests.Checks.Rules;

public sealed class ServiceRulesTests
{
    private readonly Looks looks = new();
    private readonly ClusterSnapshot well = Clusters.Well();

    [Fact]
    public void Collection_NeverHappened_IsLateWithTheReason()
    {
        looks.Service = looks.Service with { Blindness = "no ZooKeeper answers" };

        for (var i = 0; i < 20; i++)
        {
            looks.After(15, null);
        }

        Assert.Equal(["CapacityCollectionLate"], looks.Firing);
        Assert.Contains("no ZooKeeper answers", looks.Last.Single(c => c.Rule.Name == "CapacityCollectionLate").Tracks[0].Detail, StringComparison.Ordinal);
        Assert.All(looks.Last.Where(c => c.Rule.Basis != Core.Checks.CheckBasis.Service), c => Assert.Equal("nothing was collected yet", c.Blindness));
    }

    [Fact]
    public void Collection_Stops_OldPicturesSayNothing()
    {
        looks.After(60, well);
        var last = well with { TakenAt = looks.Now };

        looks.Times(60, 60, last.With(AgentState.Unreachable, looks.Now, "z1"));

        Assert.Equal(["CapacityCollectionLate"], looks.Firing.Where(f => !f.StartsWith("Mesos", StringComparison.Ordinal)));
        Assert.NotNull(looks.Last.Single(c => c.Rule.Name == "MesosAgentMissing").Blindness);
        Assert.DoesNotContain(looks.Firing, f => f.StartsWith("MesosAgentMissing", StringComparison.Ordinal));
    }

    [Fact]
    public void Clock_FiveSecondsOff_IsNamed()
    {
        var skewed = Clusters.Answered(SourceKind.Agent, new("10.0.0.7", 5051)) with { ClockAhead = TimeSpan.FromSeconds(-42) };

        looks.Times(6, 60, well with { Sources = [.. well.Sources, skewed, skewed with { Endpoint = "/state", ClockAhead = TimeSpan.FromSeconds(-41) }] });

        Assert.Equal(["CapacityClockSkew agent 10.0.0.7:5051"], looks.Firing);
        Assert.Equal(42, looks.Last.Single(c => c.Rule.Name == "CapacityClockSkew").Tracks[0].Value);
    }

    [Fact]
    public void Credentials_Refused_IsOneAlertForAllAgents()
    {
        var refused = Enumerable.Range(1, 9).Select(i => Clusters.Answered(SourceKind.Agent, new($"10.0.0.{i}", 5051)) with { Failure = new(FailureReason.Unauthorized, "401: give credentials") });

        looks.Times(11, 60, well with { Sources = [.. well.Sources, .. refused] });

        Assert.Equal(["CapacitySourceUnusable agent Unauthorized"], looks.Firing);
        Assert.Equal(9, looks.Last.Single(c => c.Rule.Name == "CapacitySourceUnusable").Tracks[0].Value);
    }

    [Fact]
    public void Store_Trouble_IsSaidForEachStore()
    {
        looks.Service = looks.Service with { StoreTroubles = new Dictionary<string, string> { ["samples"] = "disk full", ["alerts"] = "disk full" } };

        looks.Times(6, 60, well);

        Assert.Equal(["CapacityStoreTrouble alerts", "CapacityStoreTrouble samples"], looks.Firing);
    }
}
