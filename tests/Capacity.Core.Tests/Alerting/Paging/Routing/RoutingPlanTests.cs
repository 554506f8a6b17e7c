using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Paging.Routing;

namespace Capacity.Core.Tests.Alerting.Paging.Routing;

public sealed class RoutingPlanTests
{
    private static readonly RoutingPlan Plan = new(
        [
            new(new() { Teams = ["web"], Asks = [NoticeKind.Page] }, ["web"]) { Continues = true },
            new(new() { Zones = ["b"] }, ["zone-b"]),
            new(new() { Zones = ["b"] }, ["never"]),
            new(new() { Kinds = [IncidentKind.ControlPlane], Severities = [AlertSeverity.Critical], Clusters = ["east"] }, ["control"]),
        ],
        new(NoticeMatch.Everything, ["default"]),
        new Dictionary<string, IReadOnlyList<EscalationStep>>());

    [Theory]
    [InlineData("web", "b", IncidentKind.Domain, NoticeKind.Page, "web zone-b")]
    [InlineData("web", "b", IncidentKind.Domain, NoticeKind.Ticket, "zone-b")]
    [InlineData("web", null, IncidentKind.Domain, NoticeKind.Page, "web")]
    [InlineData(null, null, IncidentKind.ControlPlane, NoticeKind.Page, "control")]
    [InlineData(null, "a", IncidentKind.Domain, NoticeKind.Page, "default")]
    public void For_Notice_TakesTheFirstThatMatchesAndThoseItGoesOnTo(string? team, string? zone, IncidentKind kind, NoticeKind ask, string expected)
    {
        var notice = Notices.Of(1, ask) with { Team = team, Zone = zone, CauseKind = kind };

        Assert.Equal(expected, string.Join(' ', Plan.For(notice).SelectMany(r => r.Receivers)));
    }

    [Fact]
    public void TraitsOf_ReceiverThatWasRemoved_IsStoodInForByTheDefault() => Assert.Equal("default", Plan.TraitsOf("old").Fallback);
}
