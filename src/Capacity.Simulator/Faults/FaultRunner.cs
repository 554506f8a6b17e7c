using Capacity.Simulator.Model;

namespace Capacity.Simulator.Faults;

/// <summary>Makes faults happen in a world.</summary>
internal sealed class FaultRunner(World world)
{
    private static readonly TimeSpan ShortestDeadlySickness = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan SessionTimeout = TimeSpan.FromSeconds(10);

    private readonly FaultTargets targets = new(world);

    /// <summary>Begins a fault now.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is about something that the cluster does not have.</exception>
    public void Begin(Fault fault)
    {
        targets.Check(fault);
        switch (fault)
        {
            case Fault.LeaderCrash(var down):
                CrashLeader(down);
                break;
            case Fault.RollingMasterUpdate(var down):
                Update(down);
                break;
            case Fault.AgentRestart(var agent, var down):
                world.Fleet.Stop(targets.Agent(agent), closesConnection: true);
                After(down, () => world.Fleet.Start(targets.Agent(agent), isNewHost: false));
                break;
            case Fault.AgentLoss(var agent, var down):
                Lose([targets.Agent(agent)], down);
                break;
            case Fault.Drain(var agent, var until):
                Drain(targets.Agent(agent), until);
                break;
            case Fault.Partition(var zone, var length):
                Partition(targets.Zone(zone), length);
                break;
            case Fault.RackLoss(var rack, var down):
                Lose(targets.Rack(rack), down);
                break;
            case Fault.ZoneLoss(var zone, var down):
                Lose(targets.Zone(zone), down);
                break;
            case Fault.Maintenance(var zone, var start, var length):
                Maintain(targets.Zone(zone), start, length);
                break;
            case Fault.FrameworkNewId(var marathon, var tearDown):
                world.Frameworks.Renew(targets.Marathon(marathon), tearDown);
                break;
            case Fault.MarathonFailover(var marathon, var down):
                FailOver(targets.Marathon(marathon), down);
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

    private void After(TimeSpan delay, Action action) => world.Timeline.After(delay, action);

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
