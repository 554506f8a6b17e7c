using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Policies;
using Capacity.Core.Alerting.Reviewing;

namespace Capacity.Cli.Alerts;

/// <summary>Replays a log of alerts with the rules as they are and with others, and compares the pages.</summary>
internal static class RuleTrials
{
    /// <summary>Replays a log.</summary>
    /// <param name="log">The alerts.</param>
    /// <param name="policy">The rules as they are.</param>
    /// <param name="changes">The changes to try.</param>
    /// <param name="cancellationToken">Ends the replay.</param>
    /// <returns>The rules as they are, and then each change.</returns>
    public static IReadOnlyList<RuleTrial> Run(Storm log, AlertPolicy policy, IReadOnlyList<RuleChange> changes, CancellationToken cancellationToken)
    {
        var before = Pages(log, policy, cancellationToken);
        return [new(null, before.Count, [], [], 0), .. changes.Select(c => Compare(c.Description, before, Pages(Changed(log, c), c.Policy, cancellationToken)))];
    }

    private static Storm Changed(Storm log, RuleChange change) =>
        log with { Moments = log.Moments.Select(m => m.Copy is { } copy ? m with { Copy = change.Apply(copy) } : m) };

    /// <summary>Lists the pages in their order. An incident that pages again after it was over is another.</summary>
    private static List<Page> Pages(Storm log, AlertPolicy policy, CancellationToken cancellationToken) =>
    [
        .. StormReplay.Run(log, policy, cancellationToken).Calls
            .Where(c => c.Kind == DecisionKind.Page)
            .GroupBy(c => c.Incident!.Key)
            .SelectMany(g => g.Select((c, i) => new Page(g.Key, i, c.Incident!.Cause, c.At))),
    ];

    private static RuleTrial Compare(string change, List<Page> before, List<Page> after)
    {
        var now = after.ToDictionary(p => (p.Key, p.Number));
        var known = before.Select(p => (p.Key, p.Number)).ToHashSet();
        return new(
            change,
            after.Count,
            [.. before.Where(p => !now.ContainsKey((p.Key, p.Number))).Select(p => p.Cause)],
            [.. after.Where(p => !known.Contains((p.Key, p.Number))).Select(p => p.Cause)],
            before.Select(p => now.TryGetValue((p.Key, p.Number), out var then) ? (then.At - p.At).TotalSeconds : 0).Append(0).Max());
    }

    /// <summary>A page: the first, second, … of what an incident is about.</summary>
    private sealed record Page(string Key, int Number, string Cause, DateTimeOffset At);
}
