namespace Capacity.Core.Alerting.Paging.Routing;

/// <summary>Who is told of what: the first route that matches, those after it as long as routes go on, or the default.</summary>
/// <param name="Routes">The routes, in order.</param>
/// <param name="Default">What holds where no route matches.</param>
/// <param name="Escalations">The steps of escalations, by name.</param>
public sealed record RoutingPlan(IReadOnlyList<NoticeRoute> Routes, NoticeRoute Default, IReadOnlyDictionary<string, IReadOnlyList<EscalationStep>> Escalations)
{
    /// <summary>Nobody is told anything.</summary>
    public static RoutingPlan Nobody { get; } = new([], new(NoticeMatch.Everything, []), new Dictionary<string, IReadOnlyList<EscalationStep>>());

    /// <summary>Gets what is known of receivers, by name.</summary>
    public IReadOnlyDictionary<string, ReceiverTraits> Receivers { get; init; } = new Dictionary<string, ReceiverTraits>();

    /// <summary>Finds what is known of a receiver. One that was taken out of the configuration is stood in for by the default.</summary>
    public ReceiverTraits TraitsOf(string receiver) =>
        Receivers.TryGetValue(receiver, out var traits) ? traits : new() { Fallback = Default.Receivers.FirstOrDefault(r => r != receiver) };

    /// <summary>Finds the routes of a notice, in order; never empty.</summary>
    public IReadOnlyList<NoticeRoute> For(IncidentNotice notice)
    {
        List<NoticeRoute> found = [];
        foreach (var route in Routes.Where(r => r.Match.Matches(notice)))
        {
            found.Add(route);
            if (!route.Continues)
            {
                break;
            }
        }

        return found.Count > 0 ? found : [Default];
    }

    /// <summary>Finds a step of an escalation.</summary>
    /// <param name="escalation">The name; <see langword="null"/> for none.</param>
    /// <param name="step">Which, from 0.</param>
    /// <returns>The step; <see langword="null"/> where there is none.</returns>
    public EscalationStep? Step(string? escalation, int step) =>
        escalation is not null && Escalations.TryGetValue(escalation, out var steps) && step < steps.Count ? steps[step] : null;
}
