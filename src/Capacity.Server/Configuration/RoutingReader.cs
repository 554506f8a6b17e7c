using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Paging.Routing;

namespace Capacity.Server.Configuration;

/// <summary>Reads and checks who is told of what.</summary>
internal sealed class RoutingReader
{
    private readonly ServiceFile.PagingSection file;
    private readonly HashSet<string> receivers;
    private readonly Dictionary<string, QuietHours> quiet;
    private readonly ConfigurationRules rules;

    private RoutingReader(ServiceFile.PagingSection file, IReadOnlyList<ReceiverSettings> receivers, ConfigurationRules rules)
    {
        (this.file, this.rules) = (file, rules);
        this.receivers = [.. receivers.Select(r => r.Name), .. file.Receivers?.Keys ?? Enumerable.Empty<string>()];
        quiet = QuietHoursReader.Read(file.QuietHours, rules);
    }

    public static RoutingPlan Read(ServiceFile.PagingSection file, IReadOnlyList<ReceiverSettings> receivers, ConfigurationRules rules) =>
        new RoutingReader(file, receivers, rules).Plan(receivers);

    private RoutingPlan Plan(IReadOnlyList<ReceiverSettings> settings)
    {
        var fallback = Route("paging.default", file.Default ?? new());
        rules.Expect(receivers.Count == 0 || fallback.Receivers.Count > 0, "paging.default.receivers is missing: who is told where no route matches.");
        rules.Expect(file.Default?.Match is null && file.Default?.Continue != true, "paging.default holds where no route matches: match and continue are for routes.");
        return new(
            [.. (file.Routes ?? []).Select((r, i) => Route($"paging.routes[{i}]", r ?? new()))],
            fallback,
            (file.Escalations ?? []).ToDictionary(e => e.Key, IReadOnlyList<EscalationStep> (e) => Steps($"paging.escalations.{e.Key}", e.Value ?? [])))
        {
            Receivers = settings.ToDictionary(r => r.Name, Traits),
        };
    }

    private ReceiverTraits Traits(ReceiverSettings receiver)
    {
        var section = file.Receivers![receiver.Name];
        Known($"paging.receivers.{receiver.Name}.fallback", section.Fallback is { } name ? [name] : []);
        rules.Expect(section.Fallback != receiver.Name, $"paging.receivers.{receiver.Name}.fallback: it can't stand in for itself.");
        return new()
        {
            Fallback = section.Fallback,

            // PagerDuty has no message that only adds: to an incident that somebody closed there it would be a new one.
            TakesUpdates = section.Updates ?? receiver.Type != ReceiverType.PagerDuty,
            TakesAcknowledgements = receiver.Type is ReceiverType.PagerDuty or ReceiverType.Opsgenie or ReceiverType.Slack,
            TakesNotes = receiver.Type is ReceiverType.Opsgenie or ReceiverType.Slack,
        };
    }

    private NoticeRoute Route(string name, ServiceFile.RouteSection route)
    {
        var names = route.Receivers ?? [];
        Known($"{name}.receivers", names);
        rules.Expect(route.Escalation is null || file.Escalations?.ContainsKey(route.Escalation) == true, $"{name}.escalation: there is no '{route.Escalation}' in paging.escalations.");
        rules.Expect(route.QuietHours is null || quiet.ContainsKey(route.QuietHours), $"{name}.quietHours: there is no '{route.QuietHours}' in paging.quietHours.");
        return new(Match($"{name}.match", route.Match ?? new()), [.. names.Distinct()])
        {
            Escalation = route.Escalation,
            Quiet = route.QuietHours is { } hours ? quiet.GetValueOrDefault(hours) : null,
            Continues = route.Continue,
        };
    }

    private NoticeMatch Match(string name, ServiceFile.MatchSection match)
    {
        var asks = Words<NoticeKind>($"{name}.notice", match.Notice);
        rules.Expect(!asks.Any(a => a is NoticeKind.Update or NoticeKind.Resolve), $"{name}.notice: page or ticket; updates and the end go to those who were told.");
        return new()
        {
            Asks = asks,
            Severities = Words<AlertSeverity>($"{name}.severity", match.Severity),
            Kinds = Words<IncidentKind>($"{name}.kind", match.Kind),
            Teams = match.Team ?? [],
            Zones = match.Zone ?? [],
            Clusters = match.Cluster ?? [],
        };
    }

    private List<EscalationStep> Steps(string name, List<ServiceFile.StepSection> sections)
    {
        List<EscalationStep> steps = [];
        foreach (var (section, i) in sections.Select((s, i) => (s ?? new(), i)))
        {
            Known($"{name}[{i}].receivers", section.Receivers ?? []);
            rules.Expect(section.Receivers is { Count: > 0 }, $"{name}[{i}].receivers is missing.");
            rules.Expect(section.After is not null, $"{name}[{i}].after is missing: how long after the page, such as 10m.");
            var after = rules.Duration($"{name}[{i}].after", section.After, TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(1));
            rules.Expect(steps.Count == 0 || after > steps[^1].After, $"{name}[{i}].after ({section.After}) must be later than that of the step before: all count from the page.");
            steps.Add(new(after, section.Receivers ?? []));
        }

        return steps;
    }

    private void Known(string name, IReadOnlyList<string> names)
    {
        foreach (var unknown in names.Where(n => !receivers.Contains(n)))
        {
            rules.Expect(false, $"{name}: there is no '{unknown}' in paging.receivers.");
        }
    }

    private T[] Words<T>(string name, List<string>? words)
        where T : struct, Enum
    {
        List<T> values = [];
        foreach (var word in words ?? [])
        {
            var good = Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value);
            rules.Expect(good, $"{name}: '{word}' is none of {string.Join(", ", Enum.GetValues<T>().Select(Api.Words.Of))}.");
            values.Add(value);
        }

        return [.. values];
    }
}
