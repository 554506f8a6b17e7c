using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Policies;
using Capacity.Core.Alerting.Reviewing;

namespace Capacity.Core.Tests.Alerting.Reviewing;

public sealed class RuleChangeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 9, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Apply_Lowered_IsAWarningAndTheOthersStay()
    {
        var change = new RuleChange("", AlertPolicy.Default, "A");

        Assert.Equal("""{alertname="A", severity="warning"}""", change.Apply(Copy("A", "critical")).Labels.ToString());
        Assert.Equal("""{alertname="A", severity="warning"}""", change.Apply(Copy("A", "")).Labels.ToString());
        Assert.Equal("""{alertname="B", severity="critical"}""", change.Apply(Copy("B", "critical")).Labels.ToString());
    }

    [Fact]
    public void Usual_AreAllAnotherPolicyThanTheOneGiven()
    {
        var policy = AlertPolicy.Default with { Settle = TimeSpan.FromMinutes(1) };

        var changes = RuleChange.Usual(policy, ["A", ""]);

        Assert.Equal("A", Assert.Single(changes, c => c.Lowered is not null).Lowered);
        Assert.All(changes, c => Assert.True(c.Lowered is not null ^ c.Policy != policy, c.Description));
        Assert.Contains(changes, c => c.Policy.Settle == TimeSpan.FromMinutes(6));
    }

    private static AlertDelivery Copy(string name, string severity) => new(Noon, LabelSet.Create([new("alertname", name), new("severity", severity)]), Noon, null, "");
}
