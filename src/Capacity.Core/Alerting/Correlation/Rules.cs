using Capacity.Core.Alerting.Context;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Core.Alerting.Correlation;

/// <summary>When what is decided: keeps what the rules look at up to date, and asks <see cref="Explainer"/> when something may have become clear.</summary>
internal sealed class Rules(Scene scene)
{
    private static readonly TimeSpan WaveEvery = TimeSpan.FromSeconds(30);

    /// <summary>Evidence of many machines comes within seconds: it is looked at together.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromSeconds(5);

    private readonly Explainer explainer = new(scene);
    private readonly FailureJudge judge = new(scene);
    private readonly HashSet<string> zonesDue = [];
    private bool waveDue;

    public void Fired(TrackedAlert alert, DateTimeOffset now)
    {
        scene.Quorums.Add(alert.Subject, 1);
        if (alert.Subject.Kind == AlertKind.LeaderChanged && !alert.Subject.Name.Contains("marathon", StringComparison.OrdinalIgnoreCase))
        {
            LeaderChanged(alert.Began, now);
        }

        Decide(alert, now);
        if (alert.Subject.IsControlPlane && scene.Quorums.Lost() is not null)
        {
            scene.Agenda.Add(now + scene.Policy.Settle, Purpose.Control, "");
        }
    }

    public void Ended(TrackedAlert alert)
    {
        scene.Quorums.Add(alert.Subject, -1);
        Release(alert);
    }

    /// <summary>After a restart: machines that were being collected are judged before each of them is looked at alone.</summary>
    public void Resumed(TrackedAlert alert, DateTimeOffset now)
    {
        scene.Quorums.Add(alert.Subject, 1);
        var isElection = alert.Subject.Kind == AlertKind.Registration && now < scene.Leadership.ChangedAt + scene.Policy.ReregisterTimeout;
        if (alert.GoneSince is { } since && alert.Subject.IsMachineEvidence && !isElection && scene.Incidents.Of(alert) is null or { Kind: IncidentKind.Machine })
        {
            scene.Machines.Add(alert, since);
            ZoneDue(alert.Subject.Machine!.Zone ?? "", now);
        }
    }

    /// <summary>After a restart, when everything is there again: what is not part of a page is looked at again.</summary>
    public void Reconsider(TrackedAlert alert, DateTimeOffset now)
    {
        alert.Until = now;
        scene.Agenda.Add(now, Purpose.Alert, alert);
    }

    /// <summary>It is known better what an alert is about.</summary>
    public void Move(TrackedAlert alert, AlertSubject subject, DateTimeOffset now)
    {
        if (alert.IsFiring)
        {
            Ended(alert);
        }

        alert.Subject = subject;
        if (alert.IsFiring)
        {
            scene.Quorums.Add(subject, 1);
            Decide(alert, now);
        }
    }

    public void Decide(TrackedAlert alert, DateTimeOffset now)
    {
        if (!alert.IsFiring)
        {
            return;
        }

        alert.Until = null;
        scene.Touched.Add(alert);
        scene.Unsettled.Remove(alert);
        explainer.Decide(alert, now);
        if (alert.Until is { } until)
        {
            scene.Agenda.Add(until, Purpose.Alert, alert);
        }

        if (scene.Machines.Contains(alert))
        {
            ZoneDue(alert.Subject.Machine!.Zone ?? "", now + Gather);
        }

        if (scene.Wave.Count > 0 && !waveDue)
        {
            waveDue = true;
            scene.Agenda.Add(now + WaveEvery, Purpose.Wave, "");
        }
    }

    public void JudgeZone(string zone, DateTimeOffset now)
    {
        zonesDue.Remove(zone);
        var failure = scene.Machines.Find(zone, now, out var again);
        if (failure is not null)
        {
            judge.Failed(failure, now);
            Settle(now);
        }
        else if (again is { } at)
        {
            ZoneDue(zone, at);
        }
    }

    public void JudgeWave(DateTimeOffset now)
    {
        waveDue = false;
        if (scene.Wave.Count == 0)
        {
            return;
        }

        foreach (var failure in WaveWatch.Find(scene, now))
        {
            judge.Failed(failure, now);
        }

        waveDue = true;
        scene.Agenda.Add(now + WaveEvery, Purpose.Wave, "");
    }

    public void JudgeControl(DateTimeOffset now)
    {
        if (judge.ControlLost(now) is { } again)
        {
            scene.Agenda.Add(again, Purpose.Control, "");
        }

        if (scene.Incidents.Control is not null)
        {
            Settle(now);
        }
    }

    public void Note(ContextEvent happened, DateTimeOffset now)
    {
        scene.Touched.AddRest();
        var leadership = scene.Leadership;
        switch (happened)
        {
            case ContextEvent.LeaderLost(IsMarathon: true):
                leadership.MarathonLostAt ??= now;
                scene.Agenda.Add(now + scene.Policy.ControlLossPatience, Purpose.Control, "");
                break;
            case ContextEvent.LeaderLost:
                leadership.MasterLostAt ??= now;
                scene.Agenda.Add(now + scene.Policy.ControlLossPatience, Purpose.Control, "");
                break;
            case ContextEvent.LeaderElected(IsMarathon: true):
                leadership.MarathonLostAt = null;
                break;
            case ContextEvent.LeaderElected:
                leadership.MasterLostAt = null;
                LeaderChanged(now, now);
                break;
            case ContextEvent.AgentUnreachable(var host):
                leadership.Unreachable.Add(host);
                ZoneDue(scene.Topology.Find(host)?.Zone ?? "", now + Gather);
                break;
            case ContextEvent.AgentReregistered(var host):
                leadership.Unreachable.Remove(host);
                break;
            case ContextEvent.Deployed(var app):
                leadership.Deployed[app] = now;
                break;
            case ContextEvent.MaintenanceLifted(var machines, _):
                Free(machines, now);
                break;
        }
    }

    /// <summary>What waits for the end of a window that is over sooner is looked at again.</summary>
    private void Free(IReadOnlyList<string> machines, DateTimeOffset now)
    {
        var hosts = machines.Select(m => scene.Topology.Find(m)?.Host ?? m).ToHashSet();
        foreach (var alert in scene.Alerts.Values.Where(a => a is { IsFiring: true, Verdict: Verdict.Held } && (a.Subject.Kind == AlertKind.App || hosts.Contains(a.Subject.Machine?.Host ?? ""))).ToList())
        {
            Decide(alert, now);
        }
    }

    private void LeaderChanged(DateTimeOffset at, DateTimeOffset now)
    {
        if (scene.Leadership.ChangedAt is { } known && at <= known)
        {
            return;
        }

        scene.Leadership.ChangedAt = at;
        scene.Touched.AddRest();
        foreach (var alert in scene.Machines.All.SelectMany(e => e.Alerts).Where(a => a.Subject.Kind == AlertKind.Registration).ToList())
        {
            Release(alert);
            Decide(alert, now);
        }
    }

    private void Release(TrackedAlert alert)
    {
        scene.Machines.Remove(alert);
        scene.Wave.Remove(alert);
        scene.Unsettled.Remove(alert);
    }

    /// <summary>A cause is known: what waited for one is looked at again.</summary>
    private void Settle(DateTimeOffset now)
    {
        foreach (var alert in scene.Unsettled.ToList())
        {
            Decide(alert, now);
        }
    }

    private void ZoneDue(string zone, DateTimeOffset at)
    {
        if (zonesDue.Add(zone))
        {
            scene.Agenda.Add(at, Purpose.Zone, zone);
        }
    }
}
