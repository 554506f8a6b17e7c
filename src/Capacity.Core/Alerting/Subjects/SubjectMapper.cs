using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Policies;

namespace Capacity.Core.Alerting.Subjects;

/// <summary>Reads from labels what an alert is about.</summary>
public sealed class SubjectMapper(AlertPolicy policy, Topology topology)
{
    private readonly Dictionary<(string Name, bool Host, bool App, bool Address, bool Domain), AlertKind> kinds = [];

    /// <summary>Reads one alert's labels.</summary>
    public AlertSubject Map(LabelSet labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var name = labels["alertname"];
        var app = First(labels, policy.AppLabels);
        var address = First(labels, policy.AddressLabels);
        var zone = First(labels, policy.ZoneLabels);
        var rack = First(labels, policy.RackLabels);
        var host = Host(labels, app is not null || address is not null);
        var machine = host is null ? null : topology.Locate(host, zone, rack);
        var severity = policy.SeverityOf(labels[policy.SeverityLabel]);
        var kind = Kind((name, host is not null, app is not null, address is not null, zone is not null || rack is not null));
        if (kind == AlertKind.Service && severity != AlertSeverity.Critical && !IsCore(name))
        {
            kind = AlertKind.Auxiliary;
        }

        return new(
            name, kind, severity, machine, machine?.Zone ?? zone, machine?.Rack ?? rack, app, address, machine is null ? null : Role(name, labels["job"]));
    }

    private static string? First(LabelSet labels, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (labels[name] is { Length: > 0 } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Services that tasks cannot do without: they count as down whatever severity somebody gave them.</summary>
    private static bool IsCore(string name) =>
        Array.Exists(["agent", "slave", "docker", "containerd", "master", "zookeeper"], c => name.Contains(c, StringComparison.OrdinalIgnoreCase));

    private static string? Role(string name, string job)
    {
        var said = name + " " + job;
        return said.Contains("zookeeper", StringComparison.OrdinalIgnoreCase) ? Machine.ZooKeeper
            : said.Contains("master", StringComparison.OrdinalIgnoreCase) ? Machine.Master
            : null;
    }

    /// <summary>An <c>instance</c> beside an app or an address is the probe's, or the app's own port.</summary>
    private string? Host(LabelSet labels, bool hasOther)
    {
        foreach (var name in policy.HostLabels)
        {
            if (labels[name] is { Length: > 0 } value && !(hasOther && name == "instance" && topology.Find(WithoutPort(value)) is null))
            {
                return WithoutPort(value);
            }
        }

        return null;
    }

    private static string WithoutPort(string value)
    {
        var colon = value.LastIndexOf(':');
        return colon > 0 && value.IndexOf(':', StringComparison.Ordinal) == colon && value.AsSpan(colon + 1).ContainsAnyExceptInRange('0', '9') == false
            ? value[..colon]
            : value;
    }

    private AlertKind Kind((string Name, bool Host, bool App, bool Address, bool Domain) key)
    {
        if (!kinds.TryGetValue(key, out var kind))
        {
            bool Has(string label) => label switch { "host" => key.Host, "app" => key.App, "address" => key.Address, "domain" => key.Domain, _ => false };
            kind = policy.Kinds.FirstOrDefault(r => (r.With.Count == 0 || r.With.Any(Has)) && !r.Without.Any(Has) && r.MatchesName(key.Name))?.Kind
                ?? AlertKind.Condition;
            kinds[key] = kind;
        }

        return kind;
    }
}
