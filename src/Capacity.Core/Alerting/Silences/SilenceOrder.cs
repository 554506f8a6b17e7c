namespace Capacity.Core.Alerting.Silences;

/// <summary>The order of Alertmanager's lists: active ones, the next to end first; pending ones, the next to begin first; those that are over, the last to end first.</summary>
public static class SilenceOrder
{
    /// <summary>Sorts silences.</summary>
    public static IReadOnlyList<Silence> Of(IEnumerable<Silence> silences, DateTimeOffset now) => [.. silences
        .Select(s => (Silence: s, State: s.StateAt(now)))
        .OrderBy(s => s.State switch { SilenceState.Active => 0, SilenceState.Pending => 1, _ => 2 })
        .ThenBy(s => s.State switch
        {
            SilenceState.Active => s.Silence.EndsAt.UtcTicks,
            SilenceState.Pending => s.Silence.StartsAt.UtcTicks,
            _ => -s.Silence.EndsAt.UtcTicks,
        })
        .Select(s => s.Silence)];
}
