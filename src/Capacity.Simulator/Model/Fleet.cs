using Capacity.Simulator.Workload;

namespace Capacity.Simulator.Model;

/// <summary>The agents as the leading master sees them come and go.</summary>
/// <param name="seed">Picks the cluster.</param>
/// <param name="timeline">What is going to happen.</param>
/// <param name="masters">The masters.</param>
/// <param name="runner">Launches and ends tasks.</param>
/// <param name="agents">All agents.</param>
internal sealed class Fleet(int seed, Timeline timeline, Masters masters, TaskRunner runner, IReadOnlyList<AgentNode> agents)
{
    /// <summary>Five pings without an answer, one every fifteen seconds.</summary>
    public static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(75);

    private static readonly TimeSpan ReregistrationTimeout = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RecoveryTime = TimeSpan.FromSeconds(3);

    private int nextId = agents.Count;

    public IReadOnlyList<AgentNode> Agents => agents;

    /// <summary>Lets the leader that has read its registry wait for everybody.</summary>
    public void Recover()
    {
        var term = masters.Terms;
        foreach (var agent in agents)
        {
            if (agent.Standing is Standing.Registered or Standing.Disconnected)
            {
                agent.Standing = Standing.Recovered;
                agent.Touch();
            }

            var random = new RandomStream(seed, StreamOf.Registration, agent.Index, term);
            timeline.After(TimeSpan.FromSeconds(random.Between(0.4, 2.5 + (agents.Count / 100.0))), () => Register(agent));
        }

        timeline.After(ReregistrationTimeout, () =>
        {
            foreach (var agent in agents.Where(a => masters.Terms == term && a.Standing == Standing.Recovered))
            {
                masters.Count("master/recovery_slave_removals");
                Lose(agent);
            }
        });
    }

    /// <summary>Ends an agent's process; its containers live on, unless the host is gone too.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="closesConnection">Whether the master hears of it at once.</param>
    public void Stop(AgentNode agent, bool closesConnection)
    {
        agent.IsUp = false;
        if (closesConnection && agent.Standing == Standing.Registered && masters.Leader is not null)
        {
            agent.Standing = Standing.Disconnected;
        }

        Await(agent);
    }

    public void Start(AgentNode agent, bool isNewHost)
    {
        if (agent.IsUp)
        {
            return;
        }

        agent.IsUp = true;
        agent.Epoch++;
        agent.StartedAt = timeline.Now;
        agent.RecoveringUntil = timeline.Now + RecoveryTime;
        agent.Touch();
        if (isNewHost)
        {
            Clear(agent);
        }

        timeline.At(agent.RecoveringUntil + TimeSpan.FromSeconds(0.5), () => Register(agent));
    }

    public void Partition(AgentNode agent)
    {
        agent.IsPartitioned = true;
        Await(agent);
    }

    public void Heal(AgentNode agent)
    {
        agent.IsPartitioned = false;
        agent.Epoch++;
        timeline.After(TimeSpan.FromSeconds(1 + new RandomStream(seed, StreamOf.Registration, agent.Index, agent.Epoch).Unit()), () => Register(agent));
    }

    /// <summary>Takes an agent down for maintenance: its process ends, and all tasks are lost at once.</summary>
    public void TakeDown(AgentNode agent)
    {
        agent.Epoch++;
        agent.IsUp = false;
        agent.Standing = Standing.Down;
        masters.Count("master/slave_removals");
        foreach (var instance in agent.Instances.ToList())
        {
            runner.GiveUp(instance);
            runner.End(instance, "TASK_LOST");
            masters.Count("master/task_lost/source_master/reason_slave_removed", instance.Executor.Tasks.Count);
        }
    }

    /// <summary>Brings back an agent that was down; it is a new one to the master.</summary>
    public void BringUp(AgentNode agent)
    {
        agent.Forget();
        Rename(agent);
        Start(agent, isNewHost: true);
    }

    /// <summary>Gives an agent a new id, as one gets that has lost its memory.</summary>
    public void Rename(AgentNode agent)
    {
        agent.Id = $"{masters.Nodes[0].Id}-S{nextId++}";
        agent.Touch();
    }

    private void Await(AgentNode agent)
    {
        agent.Touch();
        var epoch = ++agent.Epoch;
        var late = TimeSpan.FromSeconds(15 * new RandomStream(seed, StreamOf.Registration, agent.Index, -epoch).Unit());
        timeline.After(PingTimeout + late, () =>
        {
            if (agent.Epoch == epoch && masters.IsReady && agent.Standing is Standing.Registered or Standing.Disconnected)
            {
                Lose(agent);
            }
        });
    }

    private void Lose(AgentNode agent)
    {
        agent.Standing = Standing.Unreachable;
        agent.Touch();
        masters.Count("master/slave_unreachable_scheduled");
        masters.Count("master/slave_unreachable_completed");
        masters.Count("master/slave_removals");
        masters.Count("master/slave_removals/reason_unhealthy");
        foreach (var instance in agent.Instances)
        {
            masters.Count("master/task_unreachable/source_master/reason_slave_removed", instance.Executor.Tasks.Count);
            runner.GiveUp(instance);
        }
    }

    private void Register(AgentNode agent)
    {
        if (!masters.IsReady || !agent.IsUp || agent.IsPartitioned || agent.Standing == Standing.Registered || timeline.Now < agent.RecoveringUntil)
        {
            return;
        }

        var isNew = agent.Standing == Standing.Down;
        if (agent.Standing != Standing.Disconnected)
        {
            agent.RegisteredAt = timeline.Now;
        }

        agent.ReregisteredAt = isNew ? null : timeline.Now;
        agent.Standing = Standing.Registered;
        agent.Touch();
        masters.Count("master/messages_reregister_slave");
        masters.Count(isNew ? "master/slave_registrations" : "master/slave_reregistrations");
        foreach (var lost in agent.Instances.Where(i => i.IsLost).ToList())
        {
            // Marathon has replaced it and wants it no more.
            runner.End(lost, "TASK_KILLED");
        }
    }

    private void Clear(AgentNode agent)
    {
        foreach (var instance in agent.Instances.ToList())
        {
            if (!instance.IsLost)
            {
                runner.GiveUp(instance);
            }

            runner.End(instance, "TASK_LOST");
        }
    }
}
