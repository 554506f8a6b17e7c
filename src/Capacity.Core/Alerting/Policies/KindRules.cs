using Capacity.Core.Checks;

namespace Capacity.Core.Alerting.Policies;

/// <summary>The kinds of alerts by the names that rules for Mesos, Marathon, ZooKeeper and machines usually have. The first that fits counts.</summary>
internal static class KindRules
{
    private const string Gone = "(down|unreachable|offline|dead|missing|absent|gone|lost|not.?ready|not.?running|stopped|crashed|not.?respond|unavailable|failed|noping)";

    public static IReadOnlyList<KindRule> Standard { get; } =
    [
        new(AlertKind.Condition, "^CapacityRunOut$", [], []),
        .. OfOwnChecks(),
        new(AlertKind.LeaderChanged, "leader.*(chang|elect|switch|new)|failover", [], ["app"]),
        new(AlertKind.ControlLost, "(no|without|lost|missing|insufficient).*(leader|quorum|members)|quorum.*(lost|gone|missing|broken)|leader.*(less|lost|missing|absent)|leaderless", [], ["app"]),
        new(AlertKind.Symptom, "slo|budget|burn|error.?rate|latency|apdex|availab|healthy.?prox|edge|probe|endpoint", ["app", "address"], ["host"]),
        new(AlertKind.App, "", ["app"], ["host"]),
        new(AlertKind.Task, "", ["app"], []),
        new(AlertKind.Symptom, "", ["address"], ["host"]),
        new(AlertKind.Symptom, "^(edge|slo)|budget.?burn", [], ["host"]),
        new(AlertKind.Registration, "not.?(re)?.?registered|unregistered|deregistered|agent.*disconnected", ["host"], []),
        new(AlertKind.Auxiliary, "cadvisor|filebeat|metricbeat|exporter|fluent|telegraf|collectd|logstash|promtail|statsd|rsyslog|journal|(log|metric)s?.?(ship|forward|agent)", ["host"], []),
        new(AlertKind.Machine, "^(node|host|machine|server|instance|target|box|vm|baremetal|scrape.?target).?(is)?.?" + Gone, ["host"], []),
        new(AlertKind.Service, Gone, ["host"], []),
        new(AlertKind.Service, "restart", ["host"], []),
        new(AlertKind.Domain, Gone + "|partition|power|isolated", ["domain"], ["host", "app"]),
        new(AlertKind.ClusterEffect, "(agent|slave|node|host|machine|task|framework|executor|offer).*(low|few|inactive|active|missing|lost|unreachable|spike|disconnect|drop|down)", [], ["host", "app"]),
        new(AlertKind.ClusterEffect, "(inactive|unreachable|lost|missing|low|few).*(agent|slave|task|framework|executor)", [], ["host", "app"]),
    ];

    /// <summary>Our own checks say themselves what kind of alert they are.</summary>
    private static IEnumerable<KindRule> OfOwnChecks() =>
        CheckCatalogue.All.GroupBy(c => c.Kind).Select(g => new KindRule(g.Key, $"^({string.Join('|', g.Select(c => c.Name))})$", [], []));
}
