using Capacity.Core.Alerting.Policies;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Core.Alerting.Context;

/// <summary>The changes that were announced, and when they may take which machine.</summary>
internal sealed class ChangeBook(AlertPolicy policy, Topology topology)
{
    private readonly Dictionary<string, ContextEvent.ChangeStarted> changes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Window>> windows = new(StringComparer.Ordinal);

    public IEnumerable<Window> Windows => windows.Values.SelectMany(w => w);

    public IEnumerable<ContextEvent.ChangeStarted> Changes => changes.Values;

    public void Restore(IEnumerable<ContextEvent.ChangeStarted> started, IEnumerable<Window> kept)
    {
        foreach (var change in started)
        {
            changes[change.Change] = change;
        }

        foreach (var window in kept)
        {
            Add(window with { Host = Name(window.Host) });
        }
    }

    /// <summary>Puts windows under the names that their machines go by now: a change may be announced before anybody knows more of a machine than its address.</summary>
    public void Rename()
    {
        foreach (var (host, list) in windows.Where(w => Name(w.Key) != w.Key).ToList())
        {
            windows.Remove(host);
            list.ForEach(window => Add(window with { Host = Name(host) }));
        }
    }

    public void Note(ContextEvent happened, DateTimeOffset now)
    {
        switch (happened)
        {
            case ContextEvent.ChangeStarted started:
                changes[started.Change] = started;
                break;
            case ContextEvent.ChangeFinished finished:
                changes.Remove(finished.Change);
                break;
            case ContextEvent.TargetBegan(var change, var host):
                var announced = changes.GetValueOrDefault(change);
                Open(change, host, happened.At ?? now, announced?.Expected ?? policy.Expected, announced?.Grace ?? policy.Grace);
                break;
            case ContextEvent.TargetEnded(var change, var host, var succeeded):
                Close(host, w => w.Change == change, succeeded ? now : null);
                break;
            case ContextEvent.MaintenanceScheduled(var machines, var start, var duration):
                foreach (var machine in machines)
                {
                    Open(ContextEvent.MaintenanceScheduled.Change, machine, start, duration, policy.Grace);
                }

                break;
            case ContextEvent.MaintenanceLifted(var machines, var start):
                foreach (var machine in machines)
                {
                    Lift(machine, w => w.Change == ContextEvent.MaintenanceScheduled.Change && w.Begin == start, now);
                }

                break;
            case ContextEvent.MachineTakenDown(var host) when Find(host, now) is null:
                Open("machine down", host, happened.At ?? now, policy.Expected, policy.Grace);
                break;
            case ContextEvent.MachineBroughtUp(var host):
                Close(host, _ => true, now);
                break;
        }
    }

    /// <summary>Finds the window that a failure falls into. What was announced goes before what was only seen.</summary>
    public Window? Find(string host, DateTimeOffset began) =>
        windows.GetValueOrDefault(Name(host))?.Where(w => w.Begin <= began && began < w.Deadline).MinBy(w => IsObserved(w.Change));

    /// <summary>Gives the windows that are open.</summary>
    public IEnumerable<Window> Active(DateTimeOffset now) => Windows.Where(w => w.Begin <= now && now < w.Deadline);

    /// <summary>Forgets what is long over, so that years of changes cost nothing.</summary>
    public void Forget(DateTimeOffset before)
    {
        foreach (var (host, list) in windows)
        {
            list.RemoveAll(w => w.Deadline < before);
            if (list.Count == 0)
            {
                windows.Remove(host);
            }
        }
    }

    private bool IsObserved(string change) => changes.GetValueOrDefault(change)?.Kind == ContextEvent.ChangeStarted.Observed;

    private void Open(string change, string host, DateTimeOffset begin, TimeSpan expected, TimeSpan grace) =>
        Add(new(change, Name(host), begin, begin + expected, begin + expected + grace));

    /// <summary>People announce machines by whatever name they know.</summary>
    private string Name(string host) => topology.Find(host)?.Host ?? host;

    private void Add(Window window)
    {
        if (!windows.TryGetValue(window.Host, out var list))
        {
            windows[window.Host] = list = [];
        }

        list.RemoveAll(w => w.Change == window.Change && w.Begin == window.Begin);
        list.Add(window);
    }

    /// <summary>A window that has not begun was called off; one that has is over.</summary>
    private void Lift(string host, Predicate<Window> which, DateTimeOffset now)
    {
        Close(host, which, now);
        windows.GetValueOrDefault(Name(host))?.RemoveAll(w => which(w) && w.Begin > now);
    }

    /// <summary>A machine that is given back early has the grace from then on, and no more than it had.</summary>
    private void Close(string host, Predicate<Window> which, DateTimeOffset? end)
    {
        if (end is { } now && windows.TryGetValue(Name(host), out var list))
        {
            for (var i = 0; i < list.Count; i++)
            {
                var window = list[i];
                if (which(window) && window.Begin <= now && now < window.Deadline)
                {
                    var deadline = now + policy.Grace;
                    list[i] = window with { End = now < window.End ? now : window.End, Deadline = deadline < window.Deadline ? deadline : window.Deadline };
                }
            }
        }
    }
}
