using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Policies;

namespace Capacity.Core.Tests.Alerting.Policies;

public sealed class KindRuleTests
{
    [Theory]
    [InlineData("^mesos.*down$", "MesosMasterDown", true)]
    [InlineData("agent", "MesosAgentGone", true)]
    [InlineData("^agent", "MesosAgentGone", false)]
    public void MatchesName_AnyCase_IsFoundAnywhere(string pattern, string name, bool expected) =>
        Assert.Equal(expected, Rule(pattern).MatchesName(name));

    [Fact]
    public void MatchesName_PatternThatChokes_IsNoMatch() =>
        Assert.False(Rule("^(a+)+$").MatchesName(new string('a', 60) + "!"));

    private static KindRule Rule(string pattern) => new(AlertKind.Machine, pattern, [], []);
}
