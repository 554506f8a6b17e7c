using System.Net;
using Capacity.Core.Alerting.Subjects;
using Capacity.Core.Cluster;

namespace Capacity.Core.Alerting.Observing;

/// <summary>Makes machines of pictures of the cluster: where they stand, what runs on them, and what labels may call them. One that is gone keeps its place.</summary>
/// <remarks>Agents are as long there as <see cref="ClusterMemory"/> remembers them. Masters and ZooKeepers are there for a day after they were last asked.</remarks>
public sealed class MachineMemory
{
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    private readonly Dictionary<(HostPort Address, string Role), DateTimeOffset> control = [];
    private readonly Dictionary<HostPort, string> names = [];
    private IReadOnlyList<Machine> last = [];

    /// <summary>Takes a picture.</summary>
    /// <returns>All machines, sorted by name; <see langword="null"/> where they are the same as the last time.</returns>
    public IReadOnlyList<Machine>? Take(ClusterSnapshot picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        Remember(Machine.Master, picture.Sources.Where(s => s.Kind == SourceKind.Master).Select(s => s.Address), picture.MastersAt);
        Remember(Machine.Master, picture.Masters.Select(m => m.Address), picture.MastersAt);
        Remember(Machine.ZooKeeper, picture.ZooKeeper?.Readings.Select(r => r.Address) ?? [], picture.MastersAt);
        Name(picture);
        var found = picture.Agents.Select(Of).Concat(ControlPlane()).GroupBy(m => m.Host, StringComparer.Ordinal).Select(Join).ToList();
        List<Machine> machines = [.. WithoutDoubles(JoinByAddress(found)).OrderBy(m => m.Host, StringComparer.Ordinal)];
        if (machines.SequenceEqual(last))
        {
            return null;
        }

        last = machines;
        return machines;
    }

    private static Machine Of(Agent agent) =>
        new(agent.Name.Hostname, agent.Zone, agent.Rack, [Machine.Agent]) { OtherNames = agent.Address is { } address && address.Host != agent.Name.Hostname ? [address.Host] : [] };

    private static Machine Join(IEnumerable<Machine> same)
    {
        var all = same.ToList();
        return all.Count == 1 ? all[0] : new(all[0].Host, all.Find(m => m.Zone is not null)?.Zone, all.Find(m => m.Rack is not null)?.Rack, [.. all.SelectMany(m => m.Roles).Distinct().Order()])
        {
            OtherNames = [.. all.SelectMany(m => m.OtherNames).Distinct().Order()],
        };
    }

    /// <summary>A master that is known by its address only may be the machine of an agent that says its name.</summary>
    private static IEnumerable<Machine> JoinByAddress(List<Machine> machines)
    {
        var byAddress = machines.SelectMany(m => m.OtherNames.Select(n => (Name: n, m.Host))).GroupBy(p => p.Name).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Host);
        return machines.GroupBy(m => byAddress.GetValueOrDefault(m.Host, m.Host)).Select(g => Join(g.OrderBy(m => m.Host == g.Key ? 0 : 1)));
    }

    /// <summary>A name that several machines have says nothing, and the first part of a full name is one where no other machine has it.</summary>
    private static IEnumerable<Machine> WithoutDoubles(IEnumerable<Machine> machines)
    {
        var named = machines.Select(m => (Machine: m, Names: m.OtherNames.Append(Short(m.Host)).Where(n => n != m.Host).Distinct().ToList())).ToList();
        var counts = named.SelectMany(m => m.Names.Append(m.Machine.Host)).CountBy(n => n).ToDictionary();
        return named.Select(m => m.Machine with { OtherNames = [.. m.Names.Where(n => counts[n] == 1).Order()] });
    }

    private static string Short(string host) => IPAddress.TryParse(host, out _) || !host.Contains('.', StringComparison.Ordinal) ? host : host[..host.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>A master that is down stands for no election: it is called as it was.</summary>
    private void Name(ClusterSnapshot picture)
    {
        foreach (var candidate in picture.ZooKeeper?.Election is MasterElectionOutcome.Read(var election) ? election.Candidates : [])
        {
            if (candidate is { Address: { } address, Hostname.Length: > 0 })
            {
                names[address] = candidate.Hostname;
            }
        }
    }

    /// <summary>Several servers of one role at one address are processes of a test on this machine: that is no machine's name, but each may have announced one.</summary>
    private IEnumerable<Machine> ControlPlane() => control.Keys.GroupBy(c => (c.Role, c.Address.Host)).SelectMany(g => g.Count() == 1
        ? g.Select(c => names.GetValueOrDefault(c.Address, c.Address.Host) is var name && name == c.Address.Host
            ? new Machine(name, null, null, [c.Role])
            : new Machine(name, null, null, [c.Role]) { OtherNames = [c.Address.Host] })
        : g.Select(c => names.GetValueOrDefault(c.Address)).OfType<string>().Where(n => n != g.Key.Host).CountBy(n => n).Where(n => n.Value == 1).Select(n => new Machine(n.Key, null, null, [g.Key.Role])));

    private void Remember(string role, IEnumerable<HostPort> addresses, DateTimeOffset at)
    {
        foreach (var address in addresses)
        {
            control[(address, role)] = at;
        }

        foreach (var (server, seen) in control)
        {
            if (at - seen > Memory)
            {
                control.Remove(server);
            }
        }
    }
}
