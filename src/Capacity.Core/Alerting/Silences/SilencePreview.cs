using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Silences;

/// <summary>What a silence would keep quiet if it held now.</summary>
/// <param name="Firing">How many alerts fire, whatever they are.</param>
/// <param name="Matched">The alerts that it is meant for, in the order of their fingerprints.</param>
public sealed record SilencePreview(int Firing, IReadOnlyList<Alert> Matched)
{
    /// <summary>Gets how many of them nothing keeps quiet yet.</summary>
    public int NotSilencedYet => Matched.Count(a => a.SilencedBy.Count == 0);

    /// <summary>Gets whether it would keep everything quiet: more likely a mistake than a wish.</summary>
    public bool IsEverything => Firing > 1 && Matched.Count == Firing;

    /// <summary>Looks what matchers match.</summary>
    /// <param name="matchers">The matchers, all of which have to hold.</param>
    /// <param name="alerts">The alerts that fire.</param>
    public static SilencePreview Of(IReadOnlyList<Matcher> matchers, IReadOnlyList<Alert> alerts)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        return new(alerts.Count, [.. alerts.Where(a => matchers.All(m => m.Matches(a.Labels))).OrderBy(a => a.Fingerprint)]);
    }
}
