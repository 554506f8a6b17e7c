using System.Globalization;
using Capacity.Simulator.Model;

namespace Capacity.Simulator.Faults;

/// <summary>Finds what faults are about.</summary>
internal sealed class FaultTargets(World world)
{
    /// <summary>Says what is wrong with a fault before it happens.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is about something that the cluster does not have.</exception>
    public void Check(Fault fault)
    {
        var wrong = fault switch
        {
            Fault.AgentRestart { Agent: var n } when !IsAgent(n) => Say("agent", n),
            Fault.AgentLoss { Agent: var n } when !IsAgent(n) => Say("agent", n),
            Fault.Drain { Agent: var n } when !IsAgent(n) => Say("agent", n),
            Fault.Partition { Zone: var n } when Zone(n).Count == 0 => Say("zone", n),
            Fault.ZoneLoss { Zone: var n } when Zone(n).Count == 0 => Say("zone", n),
            Fault.Maintenance { Zone: var n } when Zone(n).Count == 0 => Say("zone", n),
            Fault.RackLoss { Rack: var rack } when Rack(rack).Count == 0 => $"no rack {rack}",
            Fault.FrameworkNewId { Marathon: var n } when !IsMarathon(n) => Say("Marathon", n),
            Fault.MarathonFailover { Marathon: var n } when !IsMarathon(n) => Say("Marathon", n),
            _ => null,
        };
        if (wrong is not null)
        {
            throw new ArgumentOutOfRangeException(nameof(fault), fault, $"The cluster has {wrong}.");
        }
    }

    public AgentNode Agent(int number) => world.Fleet.Agents[number - 1];

    public List<AgentNode> Zone(int zone) => [.. world.Fleet.Agents.Where(a => a.Zone == zone)];

    public List<AgentNode> Rack(string rack) => [.. world.Fleet.Agents.Where(a => a.Rack == rack)];

    public MarathonState Marathon(int number) => world.Marathons[number - 1];

    private static string Say(string what, int number) => string.Create(CultureInfo.InvariantCulture, $"no {what} {number}");

    private bool IsAgent(int number) => number >= 1 && number <= world.Fleet.Agents.Count;

    private bool IsMarathon(int number) => number >= 1 && number <= world.Marathons.Count;
}
