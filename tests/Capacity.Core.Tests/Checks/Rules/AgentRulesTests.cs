using Capacity.Core.Cluster;

namespace Capacity.Core.Tests.Checks.Rules;

public sealed class AgentRulesTests
{
    private readonly Looks looks = new();
    private readonly ClusterSnapshot well = Clusters.Well();

    [Fact]
    public void Missing_IsNamedWithItsPlaceAfterFiveMinutes()
    {
        looks.After(15, well);
        var lost = well.With(AgentState.Unreachable, looks.Now, "z1r2a3");
        looks.Times(4, 60, lost);
        Assert.Empty(looks.Firing);
        looks.After(60, lost);

        Assert.Equal(["MesosAgentMissing z1r2a3"], looks.Firing);
        var labels = looks.Last.Single(c => c.Rule.Name == "MesosAgentMissing").Tracks[0].Labels;
        Assert.Equal(("z1", "z1r2"), (labels["zone"], labels["rack"]));
        looks.Times(4, 60, well);
        Assert.Empty(looks.Firing);
    }

    [Fact]
    public void Missing_KnownFromBeforeTheStart_IsMissedAtOnce()
    {
        looks.After(15, well.With(AgentState.Gone, Agents.Noon.AddHours(-2), "z1r2a3"));

        Assert.Equal(["MesosAgentMissing z1r2a3"], looks.Firing);
    }

    [Fact]
    public void Missing_NobodyListsAgents_IsNotKnown()
    {
        looks.After(15, well);
        var lost = well.With(AgentState.Unreachable, looks.Now, "z1r2a3");

        looks.Times(20, 60, lost with { AgentsListed = false });

        Assert.Empty(looks.Firing);
        Assert.NotNull(looks.Last.Single(c => c.Rule.Name == "MesosAgentMissing").Blindness);
    }

    [Theory]
    [InlineData(AgentState.Drained)]
    [InlineData(AgentState.InMaintenance)]
    [InlineData(AgentState.Deactivated)]
    public void Missing_SomebodySentItAway_IsNotMissed(AgentState before)
    {
        looks.After(15, well.With(before, looks.Now, "z1r2a3"));

        looks.Times(60, 60, well.With(AgentState.Gone, looks.Now, "z1r2a3"));

        Assert.Empty(looks.Firing);
        looks.Times(24, 3600, well.With(AgentState.Gone, Agents.Noon, "z1r2a3"));
        Assert.Equal(["MesosAgentForgotten z1r2a3"], looks.Firing);
    }

    [Fact]
    public void Election_AgentsComeBackInTime_NobodyIsMissed()
    {
        looks.After(15, well);
        var elected = looks.Now;
        var warming = well.With(AgentState.Recovered, elected, "z").LedBy(1, elected, LeaderPhase.WarmingUp);

        looks.Times(10, 15, warming);
        looks.Times(20, 60, well.LedBy(1, elected));

        Assert.Empty(looks.Firing);
    }

    [Fact]
    public void Election_OneRackStaysAway_IsSaidWithItsName()
    {
        looks.After(15, well);
        var elected = looks.Now;
        var warming = well.With(AgentState.Recovered, elected, "z2r1").LedBy(1, elected, LeaderPhase.WarmingUp);

        looks.Times(17, 15, warming);

        Assert.Equal(["MesosLeaderChanged", "MesosManyAgentsMissing", "MesosRackAgentsMissing z2 z2r1"], looks.Firing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Zone_Lost_IsSaidOnceForItAndForEachRack()
    {
        looks.After(15, well);

        looks.Times(6, 15, well.With(AgentState.Unreachable, looks.Now, "z2"));

        Assert.Equal(
            ["MesosManyAgentsMissing", "MesosRackAgentsMissing z2 z2r1", "MesosRackAgentsMissing z2 z2r2", "MesosZoneAgentsMissing z2"],
            looks.Firing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rack_SilentWhileItIsTakenForConnected_IsSaidBeforeTheLeaderGivesItUp()
    {
        looks.After(15, well);

        looks.Times(2, 15, well.WithoutAnswers("z2r1"));

        Assert.Equal(["MesosRackAgentsMissing z2 z2r1"], looks.Firing);
    }

    [Fact]
    public void Rack_SilentAndDisconnected_OnlyRestarts()
    {
        looks.After(15, well);

        looks.Times(4, 15, well.With(AgentState.Disconnected, looks.Now, "z2r1").WithoutAnswers("z2r1"));

        Assert.Empty(looks.Firing);
    }

    [Fact]
    public void Zone_Silent_IsSaidForTheZoneAlone()
    {
        looks.After(15, well);

        looks.Times(2, 15, well.WithoutAnswers("z2"));

        Assert.Equal(["MesosZoneAgentsMissing z2"], looks.Firing);
    }

    [Fact]
    public void Rack_SilentAndRegisteredAgainSince_HasRestarted()
    {
        looks.After(15, well);
        var collected = looks.Now;
        var silent = (well with { TakenAt = collected }).WithoutAnswers("z2r1");

        looks.Times(3, 15, silent with { Agents = [.. silent.Agents.Select(a => a with { RegisteredAt = collected.AddSeconds(12) })] });

        Assert.Empty(looks.Firing);
    }

    [Fact]
    public void Rack_MostOfTheClusterSilent_IsTheServiceThatIsCutOff()
    {
        looks.After(15, well);

        looks.Times(4, 15, well.WithoutAnswers("z1", "z2r1"));

        Assert.DoesNotContain(looks.Firing, f => f.StartsWith("MesosRack", StringComparison.Ordinal));
    }

    [Fact]
    public void Rack_OneAgentOfItMissing_IsNoFailureOfTheRack()
    {
        var pair = Clusters.Well(agentsOfARack: 1);
        looks.After(15, pair);

        looks.Times(4, 60, pair.With(AgentState.Unreachable, looks.Now, "z1r1a1"));

        Assert.Empty(looks.Firing);
    }

    [Fact]
    public void Many_LongGone_AreNoFailureOfTheCluster()
    {
        looks.After(15, well.With(AgentState.Gone, Agents.Noon.AddDays(-2), "z1r1"));

        looks.Times(5, 60, well.With(AgentState.Gone, Agents.Noon.AddDays(-2), "z1r1"));

        Assert.Equal(["MesosAgentMissing z1r1a1", "MesosAgentMissing z1r1a2", "MesosAgentMissing z1r1a3"], looks.Firing);
    }

    [Fact]
    public void Disconnected_ForARestart_IsNotSaid()
    {
        looks.After(15, well);
        looks.Times(4, 15, well.With(AgentState.Disconnected, looks.Now, "z1r1a1"));
        looks.Times(20, 15, well);
        Assert.Empty(looks.Firing);

        looks.Times(14, 15, well.With(AgentState.Disconnected, looks.Now, "z1r1a1"));

        Assert.Equal(["MesosAgentDisconnected z1r1a1"], looks.Firing);
    }

    [Fact]
    public void Unread_RegisteredAgent_IsBlindAndNotMissing()
    {
        var unread = well with { AgentsRead = well.AgentsRead.Where(a => !a.Hostname.StartsWith("z2", StringComparison.Ordinal)).ToHashSet() };

        looks.Times(6, 60, unread);

        Assert.Equal(7, looks.Firing.Count());
        Assert.Contains("CapacityCoverageLow", looks.Firing);
        Assert.All(looks.Firing.Where(f => f != "CapacityCoverageLow"), f => Assert.StartsWith("CapacityAgentUnread z2", f, StringComparison.Ordinal));
    }
}
