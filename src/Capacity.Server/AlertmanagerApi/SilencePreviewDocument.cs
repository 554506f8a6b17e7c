using Capacity.Core.Alerting.Silences;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>What a silence would keep quiet if it held now.</summary>
/// <param name="Firing">How many alerts fire.</param>
/// <param name="Matched">How many of them it is meant for.</param>
/// <param name="NotSilencedYet">How many of these nothing keeps quiet yet.</param>
/// <param name="IsEverything">Whether it would keep everything quiet.</param>
/// <param name="ByName">How many there are of each alert name, most first; alerts without a name have an empty one.</param>
/// <param name="Sample">The labels of some of them.</param>
public sealed record SilencePreviewDocument(
    int Firing,
    int Matched,
    int NotSilencedYet,
    bool IsEverything,
    IReadOnlyDictionary<string, int> ByName,
    IReadOnlyList<IReadOnlyDictionary<string, string>> Sample)
{
    /// <summary>The most alerts in a sample.</summary>
    private const int MostInSample = 20;

    /// <summary>Writes a preview.</summary>
    public static SilencePreviewDocument Of(SilencePreview preview)
    {
        ArgumentNullException.ThrowIfNull(preview);
        return new(
            preview.Firing,
            preview.Matched.Count,
            preview.NotSilencedYet,
            preview.IsEverything,
            preview.Matched.CountBy(a => a.Labels["alertname"]).OrderByDescending(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).ToDictionary(),
            [.. preview.Matched.Take(MostInSample).Select(a => a.Labels.ToDictionary(l => l.Key, l => l.Value))]);
    }
}
