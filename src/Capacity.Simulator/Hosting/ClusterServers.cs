using Capacity.Core.Cluster;
using Capacity.Simulator.Model;

namespace Capacity.Simulator.Hosting;

/// <summary>All servers of a cluster that speak HTTP.</summary>
internal static class ClusterServers
{
    public static Dictionary<HostPort, IServer> Make(LiveWorld live, WorldAddresses addresses, TimeSpan partitionDelay)
    {
        var servers = new Dictionary<HostPort, IServer>();
        for (var i = 0; i < addresses.Masters.Count; i++)
        {
            servers[addresses.Masters[i]] = new MasterServer(live, i);
        }

        for (var i = 0; i < addresses.Agents.Count; i++)
        {
            servers[addresses.Agents[i]] = new AgentServer(live, i, partitionDelay);
        }

        for (var i = 0; i < addresses.Marathons.Count; i++)
        {
            for (var server = 0; server < addresses.Marathons[i].Count; server++)
            {
                servers[addresses.Marathons[i][server]] = new MarathonServer(live, i, server);
            }
        }

        return servers;
    }
}
