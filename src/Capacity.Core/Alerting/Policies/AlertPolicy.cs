namespace Capacity.Core.Alerting.Policies;

/// <summary>How alerts become incidents, and which of these page.</summary>
public sealed record AlertPolicy
{
    /// <summary>The standard.</summary>
    public static AlertPolicy Default { get; } = new();

    /// <summary>Gets the labels that name a machine, the first that is there; a port is cut off. <c>instance</c> counts as the last.</summary>
    public IReadOnlyList<string> HostLabels { get; init; } = ["host", "hostname", "node", "nodename", "agent", "slave", "machine", "fqdn", "instance"];

    /// <summary>Gets the labels that name an app.</summary>
    public IReadOnlyList<string> AppLabels { get; init; } =
        ["app", "app_id", "marathon_app", "marathon_app_id", "container_label_MARATHON_APP_ID", "container_env_marathon_app_id", "application"];

    /// <summary>Gets the labels that name what users speak to.</summary>
    public IReadOnlyList<string> AddressLabels { get; init; } = ["vip", "url", "domain_name", "probe_target", "site", "service_url"];

    /// <summary>Gets the labels that name a zone.</summary>
    public IReadOnlyList<string> ZoneLabels { get; init; } = ["zone", "availability_zone", "az", "datacenter", "dc"];

    /// <summary>Gets the labels that name a rack.</summary>
    public IReadOnlyList<string> RackLabels { get; init; } = ["rack", "rack_id"];

    /// <summary>Gets the label that holds the severity.</summary>
    public string SeverityLabel { get; init; } = "severity";

    /// <summary>Gets the values of the severity that want a human now; an alert without a severity counts as one of them.</summary>
    public IReadOnlyList<string> CriticalSeverities { get; init; } = ["critical", "page", "error", "high", "emergency", "fatal", "disaster", "p1", "sev1", "crit"];

    /// <summary>Gets the values of the severity that are only context.</summary>
    public IReadOnlyList<string> InfoSeverities { get; init; } = ["info", "none", "notice", "debug", "informational"];

    /// <summary>Gets what kinds of alerts there are by name; the first that fits counts.</summary>
    public IReadOnlyList<KindRule> Kinds { get; init; } = KindRules.Standard;

    /// <summary>Gets the time without a copy after which an alert is over. The default is 5 minutes.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets how long a critical alert waits for what may explain it. The default is 30 seconds.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets how long machines that fail are collected before the first page. The default is 45 seconds.</summary>
    public TimeSpan Collapse { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>Gets the time within which failures of machines of one rack or zone are one failure. The default is 5 minutes.</summary>
    public TimeSpan CollapseWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets the number of machines of one rack or zone that page, 2 or more. The default is 3.</summary>
    public int CollapseMachines { get; init; } = 3;

    /// <summary>Gets the share of a rack or zone that has to be gone, 0 to 1, where the machines themselves answer. The default is 0.3.</summary>
    public double CollapseShare { get; init; } = 0.3;

    /// <summary>Gets the share of what failed in a zone that one rack must hold to be named instead of the zone. The default is 0.6.</summary>
    public double RackShare { get; init; } = 0.6;

    /// <summary>Gets the share of the cluster's agents from which a failure explains apps that say no place. The default is 0.15.</summary>
    public double AppShare { get; init; } = 0.15;

    /// <summary>Gets how long after a failure of machines apps are its consequence. The default is 15 minutes.</summary>
    public TimeSpan AppWindow { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets how long one target of a change may take where nobody says. The default is 6 minutes.</summary>
    public TimeSpan Expected { get; init; } = TimeSpan.FromMinutes(6);

    /// <summary>Gets what is allowed beyond the expected time where nobody says. The default is 4 minutes.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>Gets how long there may be no leader or no quorum. The default is 1 minute.</summary>
    public TimeSpan ControlLossPatience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets how long a master or ZooKeeper may be gone when no other may fail, and nobody announced it. The default is 8 minutes.</summary>
    public TimeSpan MarginPatience { get; init; } = TimeSpan.FromMinutes(8);

    /// <summary>Gets how long agents may take to register with a new leader: Mesos' <c>agent_reregister_timeout</c>. The default is 10 minutes.</summary>
    public TimeSpan ReregisterTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets how long after an election it is too early to say whose agents stay away. The default is 3 minutes.</summary>
    public TimeSpan ReregisterSettle { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Gets the share of the other agents that may still be away when a rack is said to stay away. The default is 0.1.</summary>
    public double ReregisterRest { get; init; } = 0.1;

    /// <summary>Gets the delay from which an alert tells of the past: it came when its sender could be reached again. The default is 5 minutes.</summary>
    public TimeSpan LateAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets how long nothing may fire before an incident is over; grows with each time it came back. The default is 10 minutes.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets the longest that <see cref="Quiet"/> grows to. The default is 1 hour.</summary>
    public TimeSpan LongestQuiet { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Gets how often an incident has to come back to be called flapping. The default is 3.</summary>
    public int Flaps { get; init; } = 3;

    /// <summary>Reads the value of the severity label; empty where an alert has none.</summary>
    public AlertSeverity SeverityOf(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 0 || CriticalSeverities.Contains(value, StringComparer.OrdinalIgnoreCase) ? AlertSeverity.Critical
            : InfoSeverities.Contains(value, StringComparer.OrdinalIgnoreCase) ? AlertSeverity.Info
            : AlertSeverity.Warning;
    }
}
