namespace Capacity.Core.Alerting.Subjects;

/// <summary>The machines that are known, also those that are gone, and what labels told of others.</summary>
public sealed class Topology
{
    private readonly Dictionary<string, Machine> machines = new(StringComparer.Ordinal);
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
        foreach (var machine in machines)
        {
            if (!this.machines.TryAdd(machine.Host, machine))
            {
                continue;
            }

            Count(machine);
            foreach (var role in machine.Roles)
            {
                roles[role] = roles.GetValueOrDefault(role) + 1;
            }
        }

        Agents = roles.GetValueOrDefault(Machine.Agent);
        HasInventory = this.machines.Count > 0;
    }

    /// <summary>Nothing but what labels say.</summary>
    public static Topology Empty => new([]);

    /// <summary>Gets the number of agents; 0 where there is no inventory.</summary>
    public int Agents { get; }

    /// <summary>Gets whether anything is known beyond what labels say.</summary>
    public bool HasInventory { get; }

    /// <summary>Finds a machine; where it is not in the inventory, what its labels say is remembered.</summary>
    public Machine Locate(string host, string? zone, string? rack)
    {
        if (machines.TryGetValue(host, out var machine) && (machine.Zone ?? zone) == machine.Zone && (machine.Rack ?? rack) == machine.Rack)
        {
            return machine;
        }

        machine = machine is null ? new(host, zone, rack, []) : machine with { Zone = machine.Zone ?? zone, Rack = machine.Rack ?? rack };
        machines[host] = machine;
        return machine;
    }

    /// <summary>Gets a machine by name; <see langword="null"/> where it is not known.</summary>
    public Machine? Find(string host) => machines.GetValueOrDefault(host);

    /// <summary>Gets the number of machines of a rack, or of a zone where <paramref name="rack"/> is <see langword="null"/>; 0 where the inventory does not say.</summary>
    public int Size(string? zone, string? rack) => sizes.GetValueOrDefault((zone, rack));

    /// <summary>Gets how many machines have a role; 0 where the inventory does not say.</summary>
    public int Members(string role) => roles.GetValueOrDefault(role);

    /// <summary>Gets how many of a role's members have to be there.</summary>
    public int Quorum(string role) => role == Machine.Master && quorum is { } masters ? masters : (Members(role) / 2) + 1;

    private void Count(Machine machine)
    {
        sizes[(machine.Zone, null)] = sizes.GetValueOrDefault((machine.Zone, null)) + 1;
        if (machine.Rack is not null)
        {
            sizes[(machine.Zone, machine.Rack)] = sizes.GetValueOrDefault((machine.Zone, machine.Rack)) + 1;
        }
    }
}
