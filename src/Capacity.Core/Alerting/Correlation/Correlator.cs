using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Context;
using Capacity.Core.Alerting.Labels;
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
    private static readonly TimeSpan TidyEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    private readonly Scene scene;
    private readonly Rules rules;
    private readonly AlertBook alerts;
    private DateTimeOffset tidiedAt;

    /// <summary>Initialises it.</summary>
    /// <param name="policy">How to decide.</param>
    /// <param name="topology">What machines there are; labels add to it.</param>
    /// <param name="state">What was known when the service stopped.</param>
    /// <param name="now">The time: alerts that were not heard of meanwhile have their lease from now on.</param>
    public Correlator(AlertPolicy policy, Topology topology, CorrelatorState state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        scene = new(policy, topology, state.Leadership);
        rules = new(scene);
        alerts = new(scene, rules, new(policy, topology), now);
        tidiedAt = now;
        Restore(state, now);
    }

    /// <summary>Gets when <see cref="Advance"/> has to be called at the latest; <see langword="null"/> where nothing waits.</summary>
    public DateTimeOffset? NextWakeUp => scene.Agenda.Next;

    /// <summary>Gets the incidents, those that are over for a day.</summary>
    public IEnumerable<Incident> Incidents => scene.Incidents.All;

    /// <summary>Gets the alerts that fire or did lately, with what became of them.</summary>
    public IEnumerable<TrackedAlert> Alerts => scene.Alerts.Values;

    /// <summary>Takes one copy of an alert as somebody sent it; whether it fires is judged here.</summary>
    public void Receive(AlertDelivery copy) => alerts.Receive(copy);

    /// <summary>Takes what a board says of an alert; that it fires was judged there. A silenced alert counts as one that is over.</summary>
    public void Receive(AlertChange change) => alerts.Receive(change);

    /// <summary>Compares what is known with the whole board, after a restart and now and then: an alert that is sent once and lives for hours has no lease.</summary>
    /// <param name="pick">Picks those alerts of the board that are asked for.</param>
    /// <param name="now">The time.</param>
    public void Compare(Func<Func<AlertState, bool>, IEnumerable<AlertState>> pick, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(pick);
        alerts.Compare(pick, now);
    }

    /// <summary>Takes something that is known besides alerts.</summary>
    public void Note(ContextEvent happened, DateTimeOffset now)
    {
        scene.Changes.Note(happened, now);
        rules.Note(happened, now);
    }

    /// <summary>Takes what machines there are now. Alerts of machines that stand elsewhere than was known are looked at again; everything else stays.</summary>
    /// <param name="machines">All that the inventory knows, also those that are gone.</param>
    /// <param name="now">The time.</param>
    public void Relocate(IReadOnlyCollection<Machine> machines, DateTimeOffset now)
    {
        scene.Topology.Replace(machines);
        scene.Changes.Rename();
        alerts.Remap(now);
    }

    /// <summary>Finds an alert; <see langword="null"/> where it is not known.</summary>
    public TrackedAlert? Find(LabelSet labels) => scene.Alerts.GetValueOrDefault(labels);

    /// <summary>Finds where a machine stands; <see langword="null"/> where it is not known.</summary>
    public Machine? FindMachine(string host) => scene.Topology.Find(host);

    /// <summary>Does what is due, and hands out everything that was decided since the last call.</summary>
    public IReadOnlyList<Decision> Advance(DateTimeOffset now)
    {
        while (scene.Agenda.TryTake(now, out var purpose, out var subject, out var at))
        {
            switch (purpose)
            {
                case Purpose.Lease:
                    alerts.CheckLease((TrackedAlert)subject, at);
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
    public CorrelatorState Save() => Rest() with { Alerts = [.. scene.Alerts.Values], Incidents = [.. scene.Incidents.All] };

    /// <summary>Gives what has to be remembered beyond what was given the last time.</summary>
    public CorrelatorChanges TakeChanges() => scene.Touched.Take(Rest);

    private CorrelatorState Rest() => new()
    {
        Changes = [.. scene.Changes.Changes],
        Windows = [.. scene.Changes.Windows],
        Leadership = scene.Leadership,
        Sequence = scene.Incidents.Sequence,
    };

    private void Restore(CorrelatorState state, DateTimeOffset now)
    {
        scene.Incidents.Sequence = state.Sequence;
        scene.Changes.Restore(state.Changes, state.Windows);
        foreach (var incident in state.Incidents)
        {
            scene.Incidents.Restore(incident);
        }

        foreach (var alert in state.Alerts)
        {
            alerts.Restore(alert);
        }

        foreach (var alert in state.Alerts.Where(a => a.IsFiring))
        {
            rules.Reconsider(alert, now);
        }

        scene.Agenda.Add(now, Purpose.Control, "");
        scene.Agenda.Add(now, Purpose.Wave, "");
    }

    private void Tidy(DateTimeOffset now)
    {
        if (now - tidiedAt < TidyEvery)
        {
            return;
        }

        tidiedAt = now;
        alerts.Forget(now);
        scene.Changes.Forget(now - Memory);
        scene.Incidents.Forget(now - Memory);
        scene.Leadership.Forget(now - Memory);
        scene.Touched.AddRest();
    }
}
