using System.Net;

namespace Capacity.Core.Cluster;

/// <summary>A machine as an operator named it for maintenance. It is no agent: there may be none on it, or several.</summary>
/// <param name="Hostname">The host name, in lower case; empty where only the address was given.</param>
/// <param name="Ip">The address; empty where only the host name was given.</param>
public sealed record MaintenanceMachine(string Hostname, string Ip)
{
    /// <summary>Gets what it is called.</summary>
    public string Name => Hostname.Length > 0 ? Hostname : Ip;

    /// <summary>Whether an agent runs on it. Mesos compares both, host name and address; what was not given, or is not known, is no difference here.</summary>
    public bool Has(Agent agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return (Hostname.Length > 0 || Ip.Length > 0)
            && (Hostname.Length == 0 || string.Equals(Hostname, agent.Name.Hostname, StringComparison.OrdinalIgnoreCase))
            && (Ip.Length == 0 || agent.Address is not { } address || address.Host == Ip || (Hostname.Length > 0 && !IPAddress.TryParse(address.Host, out _)));
    }
}
