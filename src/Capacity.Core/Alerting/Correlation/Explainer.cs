namespace Capacity.Core.Alerting.Correlation;

/// <summary>Explains one alert by what is known: the first rule that fits counts.</summary>
internal sealed class Explainer
{
    private readonly Scene scene;
    private readonly Acts acts;
    private readonly PastRules past;
    private readonly ControlRules control;
    private readonly ChangeRules changes;
    private readonly MachineRules machines;
    private readonly PlaceRules places;
    private readonly AppRules apps;
    private readonly OtherRules others;

    public Explainer(Scene scene)
    {
        (this.scene, acts) = (scene, new(scene));
        apps = new(scene, acts);
        var judge = new FailureJudge(scene);
        (past, control, changes) = (new(scene, acts), new(scene, acts, apps, judge), new(scene, acts));
        (machines, places, others) = (new(scene, acts), new(scene, acts, judge), new(scene, acts));
    }

    public void Decide(TrackedAlert alert, DateTimeOffset now)
    {
        if (scene.Incidents.Of(alert) is { } known && (known.PagedAt is not null || known.Kind is IncidentKind.Domain or IncidentKind.ControlPlane))
        {
            return;
        }

        var subject = alert.Subject;
        if (past.Explain(alert, now) || control.Explain(alert, now) || changes.Explain(alert, now))
        {
            return;
        }

        if (subject.Severity == AlertSeverity.Info && !subject.IsMachineEvidence)
        {
            acts.Ticket(alert, "only context", now);
            return;
        }

        switch (subject.Kind)
        {
            case AlertKind.ControlLost:
                control.Decide(alert, now);
                break;
            case AlertKind.ControlMargin:
                control.DecideMargin(alert, now);
                break;
            case AlertKind.Machine or AlertKind.Service or AlertKind.Registration when subject.IsMachineEvidence:
                machines.Decide(alert, now);
                break;
            case AlertKind.Domain:
                places.DecidePlace(alert, now);
                break;
            case AlertKind.ClusterEffect:
                places.DecideCount(alert, now);
                break;
            case AlertKind.App or AlertKind.Symptom:
                apps.Decide(alert, now);
                break;
            default:
                others.Decide(alert, now);
                break;
        }
    }
}
