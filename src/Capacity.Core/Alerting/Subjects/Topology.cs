namespace Capacity.Core.Alerting.Subjects;

/// <summary>The machines that are known, also those that are gone, and what labels told of others.</summary>
public sealed class Topology
{
    private readonly Dictionary<string, Machine> machines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> otherNames = new(StringComparer.Ordinal);
    private readonly Dictionary<(string? Zone, string? Rack), int> sizes = [];
    private readonly Dictionary<string, int> roles = new(StringComparer.Ordinal);
    private readonly int? quorum;

    /// <summary>Initialises it.</summary>
    /// <param name="machines">What the inventory knows.</param>
    /// <param name="quorum">How many masters must be there; <see langword="null"/> for more than half.</param>
    public Topology(IEnumerable<Machine> machines, int? quorum = null)
    {
        ArgumentNullException.ThrowIfNull(machines);
        this.quorum = quorum;
        Replace(machines);
    }

    /// <summary>Nothing but what labels say.</summary>
    public static Topology Empty => new([]);

    /// <summary>Gets the number of machines; 0 where there is no inventory.</summary>
    public int Machines { get; private set; }

    /// <summary>Gets the number of agents; 0 where there is no inventory.</summary>
    public int Agents => Members(Machine.Agent);

    /// <summary>Finds a machine; where it is not in the inventory, what its labels say is remembered.</summary>
    public Machine Locate(string host, string? zone, string? rack)
    {
        var machine = Find(host);
        if (machine is not null && (machine.Zone ?? zone) == machine.Zone && (machine.Rack ?? rack) == machine.Rack)
        {
            return machine;
        }

        machine = machine is null ? new(host, zone, rack, []) : machine with { Zone = machine.Zone ?? zone, Rack = machine.Rack ?? rack };
        machines[machine.Host] = machine;
        return machine;
    }

    /// <summary>Gets a machine by one of its names; <see langword="null"/> where it is not known.</summary>
    public Machine? Find(string host) => machines.GetValueOrDefault(host) ?? machines.GetValueOrDefault(otherNames.GetValueOrDefault(host, ""));

    /// <summary>Gets the number of machines of a rack, or of a zone where <paramref name="rack"/> is <see langword="null"/>; 0 where the inventory does not say.</summary>
    public int Size(string? zone, string? rack) => sizes.GetValueOrDefault((zone, rack));

    /// <summary>Gets how many machines have a role; 0 where the inventory does not say.</summary>
    public int Members(string role) => roles.GetValueOrDefault(role);

    /// <summary>Gets how many of a role's members have to be there.</summary>
    public int Quorum(string role) => role == Machine.Master && quorum is { } masters ? masters : (Members(role) / 2) + 1;

    /// <summary>Takes what the inventory knows now. What labels told of machines stays as it was where the inventory does not know them.</summary>
    internal void Replace(IEnumerable<Machine> inventory)
    {
        Machines = 0;
        sizes.Clear();
        roles.Clear();
        otherNames.Clear();
        foreach (var machine in inventory.DistinctBy(m => m.Host))
        {
            machines[machine.Host] = machine;
            Count(machine);
            foreach (var name in machine.OtherNames)
            {
                otherNames.TryAdd(name, machine.Host);
                machines.Remove(name);
            }
        }
    }

    private void Count(Machine machine)
    {
        Machines++;
        sizes[(machine.Zone, null)] = sizes.GetValueOrDefault((machine.Zone, null)) + 1;
        if (machine.Rack is not null)
        {
            sizes[(machine.Zone, machine.Rack)] = sizes.GetValueOrDefault((machine.Zone, machine.Rack)) + 1;
        }

        foreach (var role in machine.Roles)
        {
            roles[role] = roles.GetValueOrDefault(role) + 1;
        }
    }
}
