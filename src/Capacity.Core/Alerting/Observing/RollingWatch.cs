using Capacity.Core.Alerting.Context;

namespace Capacity.Core.Alerting.Observing;

/// <summary>Sees that processes are replaced one after the other: once one came back as another, those that follow are part of the same change.</summary>
/// <remarks>It excuses one process at a time. Two that are away together are no rolling change, or not one that this can tell from a failure.</remarks>
internal sealed class RollingWatch(string change)
{
    /// <summary>How long after one of them the next still belongs to the same change.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(30);

    private readonly HashSet<string> taken = [];
    private DateTimeOffset? replacedAt;

    public IEnumerable<ContextEvent> Take(IEnumerable<Part> parts, DateTimeOffset was, DateTimeOffset now)
    {
        List<ContextEvent> events = [];
        var all = parts.ToList();
        foreach (var part in all.Where(p => p.IsReplaced || (!p.IsAway && taken.Contains(p.Host))))
        {
            if (part.IsReplaced && replacedAt is null)
            {
                events.Add(new ContextEvent.ChangeStarted(change, ContextEvent.ChangeStarted.Observed, [], null, null));
            }

            replacedAt = part.IsReplaced ? now : replacedAt;
            if (taken.Remove(part.Host))
            {
                events.Add(new ContextEvent.TargetEnded(change, part.Host, Succeeded: true));
            }
        }

        var away = all.Where(p => p.IsAway).ToList();
        if (replacedAt is not null && away is [var next] && taken.Add(next.Host))
        {
            events.Add(new ContextEvent.TargetBegan(change, next.Host) { At = was });
        }

        if (now - replacedAt > Memory && taken.Count == 0)
        {
            replacedAt = null;
            events.Add(new ContextEvent.ChangeFinished(change));
        }

        return events;
    }

    /// <summary>One process.</summary>
    /// <param name="Host">Its machine.</param>
    /// <param name="IsAway">Whether it does not answer.</param>
    /// <param name="IsReplaced">Whether it answers and is another than before.</param>
    internal readonly record struct Part(string Host, bool IsAway, bool IsReplaced);
}
