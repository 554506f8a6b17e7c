using Capacity.Core.Alerting.Subjects;

namespace Capacity.Core.Alerting.Correlation;

/// <summary>Which masters and ZooKeepers are said to be gone.</summary>
internal sealed class QuorumWatch(Topology topology)
{
    private readonly Dictionary<string, Dictionary<string, int>> gone = new() { [Machine.Master] = [], [Machine.ZooKeeper] = [] };

    public void Add(AlertSubject subject, int sign)
    {
        foreach (var role in Roles(subject))
        {
            var hosts = gone[role];
            var host = subject.Machine!.Host;
            if ((hosts[host] = hosts.GetValueOrDefault(host) + sign) <= 0)
            {
                hosts.Remove(host);
            }
        }
    }

    /// <summary>The role of which fewer are left than a quorum, and the machines that are gone; <see langword="null"/> where all is well or nothing is known.</summary>
    public (string Role, IReadOnlyCollection<string> Hosts)? Lost()
    {
        foreach (var (role, hosts) in gone)
        {
            if (topology.Members(role) > 0 && topology.Members(role) - hosts.Count < topology.Quorum(role))
            {
                return (role, hosts.Keys);
            }
        }

        return null;
    }

    /// <summary>Whether, with a member gone, one more would be an outage. So it is taken to be where nobody says how many there are.</summary>
    public bool IsMarginGone(AlertSubject subject) =>
        Roles(subject).Any(r => topology.Members(r) == 0 || topology.Members(r) - gone[r].Count <= topology.Quorum(r));

    private IEnumerable<string> Roles(AlertSubject subject) =>
        !subject.IsMachineEvidence || subject.Kind == AlertKind.Registration ? []
        : subject.Kind == AlertKind.Machine ? gone.Keys.Where(subject.Machine!.Roles.Contains)
        : subject.Role is { } role && (topology.Members(role) == 0 || subject.Machine!.Roles.Contains(role)) ? [role]
        : [];
}
