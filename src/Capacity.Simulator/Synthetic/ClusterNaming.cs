using Capacity.Core.Cluster;

namespace Capacity.Simulator.Synthetic;

/// <summary>The names and addresses of the synthetic cluster.</summary>
internal static class ClusterNaming
{
    /// <summary>The id of the leading master, which agents' and frameworks' ids begin with.</summary>
    public const string MasterId = "5b1f8e02-77c4-4f0e-9a63-20d1c4a7e915";

    public const string WorkDirectory = "/var/lib/mesos/agent";

    public const int Zones = 5;

    public const int RacksPerZone = 4;

    private const int Port = 5051;

    public static string AgentId(int agent) => $"{MasterId}-S{agent}";

    public static string Hostname(int agent) => $"agent{agent + 1}.z{Zone(agent)}.mesos.test";

    public static HostPort Address(int agent) => new($"10.{agent >> 16}.{(agent >> 8) & 255}.{agent & 255}", Port);

    public static int Zone(int agent) => (agent % Zones) + 1;

    public static string Rack(int agent) => $"r{Zone(agent)}{(char)('a' + (agent / Zones % RacksPerZone))}";
}
