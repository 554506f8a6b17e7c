using Capacity.Simulator.Faults;

namespace Capacity.Cli.Demo;

/// <summary>What happens to the cluster of the demo: something every few hours of its life, each kind of trouble once in a few days.</summary>
internal static class DemoScript
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(5);

    private static readonly string[] Faults =
    [
        "master-update 30s",
        "agent-loss 7 2h",
        "leader-crash 10m",
        "rack-loss r2a 3h",
        "drain 4 4h",
        "maintenance 3 30m 2h",
        "marathon-failover 1 30s",
        "partition 1 20m",
        "agent-restart 2 5m",
        "sick-log 10m",
        "zone-loss 5 1h",
    ];

    /// <summary>Writes the script for a life.</summary>
    /// <param name="first">When the first trouble comes.</param>
    /// <param name="length">How long the life is.</param>
    public static FaultScript Create(TimeSpan first, TimeSpan length)
    {
        var lines = Enumerable.Range(0, (int)((length - first) / Pause))
            .Select(i => $"+{(first + (i * Pause)).TotalMinutes:0}m {Faults[i % Faults.Length]}");
        return FaultScript.Parse(string.Join('\n', lines));
    }
}
