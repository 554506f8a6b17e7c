using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Incidents;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Core.Tests.Alerting.Incidents;

public sealed class ConfidenceRulesTests
{
    [Fact]
    public void Of_MoreOfThePlace_IsSurer()
    {
        var few = ConfidenceRules.Of(Domain(3), [Subject(AlertKind.Machine, "h0")], 40);
        var many = ConfidenceRules.Of(Domain(38), [Subject(AlertKind.Machine, "h0")], 40);

        Assert.True(few.Value < many.Value);
        Assert.Contains("3 of 40 machines of the place failed", few.Reasons);
    }

    [Fact]
    public void Of_MoreCopiesOfOneKind_AreNoMoreProof()
    {
        var one = ConfidenceRules.Of(Domain(3), [Subject(AlertKind.Service, "h0")], 0);
        var hundred = ConfidenceRules.Of(Domain(3), [.. Enumerable.Range(0, 100).Select(i => Subject(AlertKind.Service, $"h{i}"))], 0);

        Assert.Equal(one.Value, hundred.Value);
        Assert.True(ConfidenceRules.Of(Domain(3), [Subject(AlertKind.Service, "h0"), Subject(AlertKind.Machine, "h0")], 0).Value > one.Value);
    }

    [Fact]
    public void Of_AnyIncident_IsARatioWithReasons()
    {
        foreach (var kind in Enum.GetValues<IncidentKind>())
        {
            var confidence = ConfidenceRules.Of(new() { Id = "1", Key = "k", Kind = kind, Cause = "c" }, [.. Enum.GetValues<AlertKind>().Select(k => Subject(k, "h"))], 1);

            Assert.InRange(confidence.Value, 0.3, 0.99);
            Assert.NotEmpty(confidence.Reasons);
        }
    }

    private static Incident Domain(int hosts) =>
        new() { Id = "1", Key = "zone a", Kind = IncidentKind.Domain, Cause = "zone a failed", Hosts = [.. Enumerable.Range(0, hosts).Select(i => $"h{i}")] };

    private static AlertSubject Subject(AlertKind kind, string host) => new($"{kind}Alert", kind, AlertSeverity.Critical, new(host, "a", null, []), "a", null, null, null, null);
}
