namespace Capacity.Core.Alerting.Silences;

/// <summary>How many silences there may be, how large, and how long they are remembered.</summary>
/// <param name="MostSilences">The most that are remembered, those that are over among them.</param>
/// <param name="LongestText">The most characters in one silence: names, values, author, comment and annotations.</param>
/// <param name="Retention">How long one is remembered after its end.</param>
public sealed record SilenceLimits(int MostSilences, int LongestText, TimeSpan Retention)
{
    /// <summary>The standard. Alertmanager remembers silences for the same time.</summary>
    public static SilenceLimits Default { get; } = new(10_000, 64 * 1024, TimeSpan.FromHours(120));
}
