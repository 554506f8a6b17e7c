using Capacity.Core.Alerting.Context;
using Capacity.Core.Alerting.Policies;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Core.Alerting.Correlation;

/// <summary>Explains the alerts of one cluster by incidents, and decides which of these page. It reads no clock: every call says what time it is.</summary>
/// <remarks>
/// A call costs what it concerns: a copy of a known alert is a look-up, machines are judged by zone, and everything that waits stands in a
/// queue by time. Times of calls may not go back.
/// </remarks>
public sealed class Correlator
{
    private readonly AlertPolicy policy;
    private readonly SubjectMapper mapper;
    private readonly Scene scene;
    private readonly Rules rules;
    private readonly DateTimeOffset startedAt;
    private DateTimeOffset tidiedAt;

    /// <summary>Initialises it.</summary>
    /// <param name="policy">How to decide.</param>
    /// <param name="topology">What machines there are; labels add to it.</param>
    /// <param name="state">What was known when the service stopped.</param>
    /// <param name="now">The time: alerts that were not heard of meanwhile have their lease from now on.</param>
    public Correlator(AlertPolicy policy, Topology topology, CorrelatorState state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        this.policy = policy;
        mapper = new(policy, topology);
        scene = new(policy, topology, state.Leadership);
        rules = new(scene);
        startedAt = tidiedAt = now;
        Restore(state);
    }

    /// <summary>Gets when <see cref="Advance"/> has to be called at the latest; <see langword="null"/> where nothing waits.</summary>
    public DateTimeOffset? NextWakeUp => scene.Agenda.Next;

    /// <summary>Gets the incidents, those that are over for a day.</summary>
    public IEnumerable<Incident> Incidents => scene.Incidents.All;

    /// <summary>Gets the alerts that fire or did lately, with what became of them.</summary>
    public IEnumerable<TrackedAlert> Alerts => scene.Alerts.Values;

    /// <summary>Takes one copy of an alert.</summary>
    public void Receive(AlertDelivery copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        var now = copy.ReceivedAt;
        if (!scene.Alerts.TryGetValue(copy.Labels, out var alert))
        {
            alert = new() { Labels = copy.Labels, Subject = mapper.Map(copy.Labels) };
            scene.Alerts[copy.Labels] = alert;
        }

        var view = View(alert, copy);
        view.Take(copy, policy.Lease);
        var fires = alert.Senders.Exists(s => s.IsFiring);
        if (fires && !alert.IsFiring)
        {
            // A slow clock has cost time enough.
            Fired(alert, copy, view.DoubtedAt is { } doubted && now - doubted < policy.Lease ? doubted : now, now);
        }
        else if (!fires && alert.IsFiring)
        {
            Ended(alert, now);
        }
    }

    /// <summary>Takes something that is known besides alerts.</summary>
    public void Note(ContextEvent happened, DateTimeOffset now)
    {
        scene.Changes.Note(happened, now);
        rules.Note(happened, now);
    }

    /// <summary>Does what is due, and hands out everything that was decided since the last call.</summary>
    public IReadOnlyList<Decision> Advance(DateTimeOffset now)
    {
        while (scene.Agenda.TryTake(now, out var purpose, out var subject, out var at))
        {
            switch (purpose)
            {
                case Purpose.Lease:
                    CheckLease((TrackedAlert)subject, at);
                    break;
                case Purpose.Alert when subject is TrackedAlert { Until: { } until } alert && until <= at:
                    rules.Decide(alert, at);
                    break;
                case Purpose.Zone:
                    rules.JudgeZone((string)subject, at);
                    break;
                case Purpose.Quiet:
                    scene.Incidents.EndIfQuiet((Incident)subject, at);
                    break;
                case Purpose.Wave:
                    rules.JudgeWave(at);
                    break;
                case Purpose.Control:
                    rules.JudgeControl(at);
                    break;
            }
        }

        Tidy(now);
        var decided = scene.Incidents.Decisions.ToArray();
        scene.Incidents.Decisions.Clear();
        return decided;
    }

    /// <summary>Gives all that has to be remembered. The lists are copies; what is in them goes on living here.</summary>
    public CorrelatorState Save() => new()
    {
        Alerts = [.. scene.Alerts.Values],
        Incidents = [.. scene.Incidents.All],
        Changes = [.. scene.Changes.Changes],
        Windows = [.. scene.Changes.Windows],
        Leadership = scene.Leadership,
        Sequence = scene.Incidents.Sequence,
    };

    private static SenderView View(TrackedAlert alert, AlertDelivery copy)
    {
        var view = alert.Senders.Find(s => s.Sender == copy.Sender);
        if (view is null)
        {
            // An end that lies in the past at once is an alert that is over, or a clock that is slow: the next copy tells.
            var end = copy.EndsAt ?? copy.ReceivedAt;
            var fires = copy.EndsAt is null || end > copy.ReceivedAt;
            view = new()
            {
                Sender = copy.Sender, StartsAt = copy.StartsAt, EndsAt = end, SeenAt = copy.ReceivedAt, IsFiring = fires, DoubtedAt = fires ? null : copy.ReceivedAt,
            };
            alert.Senders.Add(view);
        }

        return view;
    }

    private void Fired(TrackedAlert alert, AlertDelivery copy, DateTimeOffset heardAt, DateTimeOffset now)
    {
        alert.IsFiring = true;
        alert.Episodes++;
        alert.FiredAt = heardAt;
        alert.GoneSince = null;
        alert.StartsAt = copy.StartsAt;
        alert.IsLate = now - copy.StartsAt > policy.LateAfter;
        var earliest = now - policy.CollapseWindow;
        alert.Began = copy.StartsAt > now ? now : copy.StartsAt < earliest ? earliest : copy.StartsAt;
        scene.Agenda.Add(now + policy.Lease, Purpose.Lease, alert);
        if (scene.Incidents.Of(alert) is { } incident)
        {
            scene.Incidents.Refired(incident, alert, now);
        }
        else
        {
            (alert.Verdict, alert.Reason, alert.Incident) = (Verdict.None, "", null);
        }

        rules.Fired(alert, now);
    }

    private void Ended(TrackedAlert alert, DateTimeOffset now)
    {
        rules.Ended(alert, now);
        alert.IsFiring = false;
        alert.Until = null;
        scene.Incidents.Ended(alert, now);
    }

    private void CheckLease(TrackedAlert alert, DateTimeOffset now)
    {
        if (!alert.IsFiring)
        {
            return;
        }

        var seen = alert.SeenAt > startedAt ? alert.SeenAt : startedAt;
        if (seen + policy.Lease > now)
        {
            scene.Agenda.Add(seen + policy.Lease, Purpose.Lease, alert);
            return;
        }

        alert.Senders.ForEach(s => s.IsFiring = false);
        Ended(alert, now);
    }

    private void Restore(CorrelatorState state)
    {
        scene.Incidents.Sequence = state.Sequence;
        scene.Changes.Restore(state.Changes, state.Windows);
        foreach (var incident in state.Incidents)
        {
            scene.Incidents.Restore(incident);
        }

        foreach (var alert in state.Alerts)
        {
            alert.Subject = mapper.Map(alert.Labels);
            scene.Alerts[alert.Labels] = alert;
            if (alert.IsFiring)
            {
                scene.Agenda.Add(startedAt + policy.Lease, Purpose.Lease, alert);
                rules.Resumed(alert, startedAt);
            }
        }

        scene.Agenda.Add(startedAt, Purpose.Control, "");
        scene.Agenda.Add(startedAt, Purpose.Wave, "");
    }

    /// <summary>Ended alerts are remembered for some time, so that late copies do not open them again.</summary>
    private void Tidy(DateTimeOffset now)
    {
        if (now - tidiedAt < TimeSpan.FromHours(1))
        {
            return;
        }

        tidiedAt = now;
        foreach (var alert in scene.Alerts.Values.Where(a => !a.IsFiring && now - a.SeenAt > TimeSpan.FromHours(2)).ToList())
        {
            scene.Alerts.Remove(alert.Labels);
        }

        scene.Changes.Forget(now - TimeSpan.FromDays(1));
        scene.Incidents.Forget(now - TimeSpan.FromDays(1));
    }
}
