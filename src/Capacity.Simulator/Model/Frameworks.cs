namespace Capacity.Simulator.Model;

/// <summary>The frameworks' connections to the leading master.</summary>
internal sealed class Frameworks(Timeline timeline, Masters masters, TaskRunner runner, IReadOnlyList<MarathonState> all)
{
    private int nextNumber = all.Count;

    /// <summary>Closes all connections, as the death of the leading master does.</summary>
    public void Disconnect()
    {
        foreach (var framework in all)
        {
            framework.IsSubscribed = false;
        }
    }

    /// <summary>Lets all of them find the new leader.</summary>
    public void Reconnect()
    {
        var delay = 1.0;
        foreach (var framework in all)
        {
            timeline.After(TimeSpan.FromSeconds(delay), () => Subscribe(framework));
            delay += 0.7;
        }
    }

    public void Subscribe(MarathonState framework)
    {
        if (!masters.IsReady || framework.IsSubscribed || (framework.Servers.Count > 0 && framework.Leader is null))
        {
            return;
        }

        framework.IsSubscribed = true;
        framework.RegisteredAt = timeline.Now;
        foreach (var app in framework.Apps.Where(a => a.Waiting > 0 || a.Instances.Count < TaskRunner.Wanted(a)))
        {
            runner.Fill(app, TaskRunner.Wanted(app));
        }
    }

    /// <summary>Registers a Marathon under a new id: it knows nothing of its tasks any more and launches all anew, as far as there is room.</summary>
    /// <param name="marathon">The Marathon.</param>
    /// <param name="tearDown">When an operator removes the old framework.</param>
    public void Renew(MarathonState marathon, TimeSpan tearDown)
    {
        var former = marathon.Framework;
        marathon.Former.Add(former);
        marathon.Framework = former with { Number = nextNumber, Id = $"{masters.Nodes[0].Id}-{nextNumber:D4}" };
        nextNumber++;
        marathon.RegisteredAt = timeline.Now;
        var orphans = marathon.Apps.SelectMany(a => a.Instances).ToList();
        foreach (var orphan in orphans)
        {
            orphan.App.Remove(orphan);
            orphan.IsOrphan = true;
        }

        foreach (var app in marathon.Apps)
        {
            runner.Fill(app, TaskRunner.Wanted(app));
        }

        timeline.After(tearDown, () =>
        {
            marathon.Former.Remove(former);
            orphans.ForEach(o => runner.End(o, "TASK_KILLED"));
            masters.Count("master/task_killed/source_master/reason_framework_removed", orphans.Count);
        });
    }
}
