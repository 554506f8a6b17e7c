using System.Globalization;
using Capacity.Simulator.Model;

namespace Capacity.Simulator.Faults;

/// <summary>Makes faults happen in a world.</summary>
internal sealed class FaultRunner(World world)
{
    private static readonly TimeSpan ShortestDeadlySickness = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan SessionTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Begins a fault now.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is about something that the cluster does not have.</exception>
    public void Begin(Fault fault)
    {
        Check(fault);
        switch (fault)
        {
            case Fault.LeaderCrash(var down):
                CrashLeader(down);
                break;
            case Fault.RollingMasterUpdate(var down):
                Update(down);
                break;
            case Fault.AgentRestart(var agent, var down):
                world.Fleet.Stop(Agent(agent), closesConnection: true);
                After(down, () => world.Fleet.Start(Agent(agent), isNewHost: false));
                break;
            case Fault.AgentLoss(var agent, var down):
                Lose([Agent(agent)], down);
                break;
            case Fault.Drain(var agent, var until):
                Drain(Agent(agent), until);
                break;
            case Fault.Partition(var zone, var length):
                Partition([.. Zone(zone)], length);
                break;
            case Fault.RackLoss(var rack, var down):
                Lose([.. world.Fleet.Agents.Where(a => a.Rack == rack)], down);
                break;
            case Fault.ZoneLoss(var zone, var down):
                Lose([.. Zone(zone)], down);
                break;
            case Fault.Maintenance(var zone, var start, var length):
                Maintain([.. Zone(zone)], start, length);
                break;
            case Fault.FrameworkNewId(var marathon, var tearDown):
                world.Frameworks.Renew(world.Marathons[marathon - 1], tearDown);
                break;
            case Fault.MarathonFailover(var marathon, var down):
                FailOver(world.Marathons[marathon - 1], down);
                break;
            case Fault.SickLog(var length):
                Sicken(length);
                break;
            case Fault.ZNodeGrowth(var speed):
                world.ZNodes.Grow(speed);
                break;
            default:
                throw new InvalidOperationException($"{fault} is not handled.");
        }
    }

    /// <summary>Says what is wrong with a fault before it happens.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is about something that the cluster does not have.</exception>
    public void Check(Fault fault)
    {
        var wrong = fault switch
        {
            Fault.AgentRestart { Agent: var n } when !IsAgent(n) => Say("agent", n),
            Fault.AgentLoss { Agent: var n } when !IsAgent(n) => Say("agent", n),
            Fault.Drain { Agent: var n } when !IsAgent(n) => Say("agent", n),
            Fault.Partition { Zone: var n } when !Zone(n).Any() => Say("zone", n),
            Fault.ZoneLoss { Zone: var n } when !Zone(n).Any() => Say("zone", n),
            Fault.Maintenance { Zone: var n } when !Zone(n).Any() => Say("zone", n),
            Fault.RackLoss { Rack: var rack } when world.Fleet.Agents.All(a => a.Rack != rack) => $"no rack {rack}",
            Fault.FrameworkNewId { Marathon: var n } when n < 1 || n > world.Marathons.Count => Say("Marathon", n),
            Fault.MarathonFailover { Marathon: var n } when n < 1 || n > world.Marathons.Count => Say("Marathon", n),
            _ => null,
        };
        if (wrong is not null)
        {
            throw new ArgumentOutOfRangeException(nameof(fault), fault, $"The cluster has {wrong}.");
        }
    }

    private static string Say(string what, int number) => string.Create(CultureInfo.InvariantCulture, $"no {what} {number}");

    private void After(TimeSpan delay, Action action) => world.Timeline.After(delay, action);

    private bool IsAgent(int number) => number >= 1 && number <= world.Fleet.Agents.Count;

    private AgentNode Agent(int number) => world.Fleet.Agents[number - 1];

    private IEnumerable<AgentNode> Zone(int zone) => world.Fleet.Agents.Where(a => a.Zone == zone);

    private void CrashLeader(TimeSpan down)
    {
        if (world.Masters.Leader is { } leader)
        {
            world.Masters.Stop(leader, isClean: false);
            After(down, () => world.Masters.Start(leader));
        }
    }

    private void Update(TimeSpan down)
    {
        var masters = world.Masters;
        var delay = TimeSpan.Zero;
        foreach (var node in masters.Nodes.OrderBy(n => n == masters.Leader).ToList())
        {
            After(delay, () => masters.Stop(node, isClean: true));
            After(delay + down, () => masters.Start(node));
            delay += 2 * down;
        }
    }

    /// <summary>Where the log stays slow for long, one write takes longer than a master waits for it, and it exits.</summary>
    private void Sicken(TimeSpan length)
    {
        world.Masters.SickUntil = world.Timeline.Now + length;
        if (length >= ShortestDeadlySickness)
        {
            After(length / 2, () => CrashLeader(TimeSpan.FromSeconds(5)));
        }
    }

    private void Lose(List<AgentNode> agents, TimeSpan down)
    {
        foreach (var agent in agents)
        {
            world.Fleet.Stop(agent, closesConnection: false);
        }

        After(down, () => agents.ForEach(a => world.Fleet.Start(a, isNewHost: true)));
    }

    private void Partition(List<AgentNode> agents, TimeSpan length)
    {
        agents.ForEach(world.Fleet.Partition);
        After(length, () => agents.ForEach(world.Fleet.Heal));
    }

    private void Drain(AgentNode agent, TimeSpan until)
    {
        agent.IsDeactivated = true;
        agent.DrainState = "DRAINING";
        agent.DrainingFrom = world.Timeline.Now;
        agent.Touch();
        After(TimeSpan.FromSeconds(12), () =>
        {
            foreach (var instance in agent.Instances.ToList())
            {
                world.Runner.GiveUp(instance);
                world.Runner.End(instance, "TASK_KILLED");
                world.Masters.Count("master/task_killed/source_executor/reason_slave_draining", instance.Executor.Tasks.Count);
            }

            agent.DrainState = "DRAINED";
            agent.Touch();
        });
        After(until, () =>
        {
            agent.IsDeactivated = false;
            agent.DrainState = null;
            agent.Touch();
        });
    }

    private void Maintain(List<AgentNode> agents, TimeSpan start, TimeSpan length)
    {
        var window = new MaintenanceWindow(agents, world.Timeline.Now + start, length);
        world.Windows.Add(window);
        agents.ForEach(a => a.IsInMaintenance = true);
        After(start, () =>
        {
            window.IsDown = true;
            agents.ForEach(world.Fleet.TakeDown);
        });
        After(start + length, () =>
        {
            world.Windows.Remove(window);
            agents.ForEach(a => a.IsInMaintenance = false);
            agents.ForEach(world.Fleet.BringUp);
        });
    }

    private void FailOver(MarathonState marathon, TimeSpan down)
    {
        if (marathon.Leader is not { } leader || marathon.Servers.Count < 2)
        {
            return;
        }

        marathon.Down = leader;
        marathon.Leader = null;
        marathon.IsSubscribed = false;
        After(SessionTimeout, () =>
        {
            marathon.Leader = 1 - leader;
            marathon.LeadsSince = world.Timeline.Now;
            marathon.Apps.ForEach(a => a.Rejections.Forget());
            world.Frameworks.Subscribe(marathon);
        });
        After(down > SessionTimeout ? down : SessionTimeout, () => marathon.Down = null);
    }
}
