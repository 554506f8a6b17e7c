using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Paging;

namespace Capacity.Core.Alerting.Incidents;

/// <summary>What one round of decisions brought: it is written all or none.</summary>
/// <param name="Changes">What the correlator has to remember.</param>
/// <param name="Radii">What incidents took with them, by their id; of the others, what was known stays.</param>
/// <param name="Teams">Whose incidents are, by their id; of the others, what was known stays.</param>
/// <param name="Notices">What is to be told, in order; their places in the log are given when they are written.</param>
/// <param name="Announced">Changes that were announced, or went on.</param>
public sealed record IncidentBatch(
    CorrelatorChanges Changes,
    IReadOnlyDictionary<string, BlastRadius> Radii,
    IReadOnlyDictionary<string, string> Teams,
    IReadOnlyList<IncidentNotice> Notices,
    IReadOnlyCollection<AnnouncedChange> Announced)
{
    /// <summary>Gets whether there is nothing to write.</summary>
    public bool IsEmpty => Changes.IsEmpty && Radii.Count == 0 && Teams.Count == 0 && Notices.Count == 0 && Announced.Count == 0;

    /// <summary>Gives this batch and a later one together, for a store that could not take this one.</summary>
    public IncidentBatch With(IncidentBatch later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return new(
            Changes.With(later.Changes),
            Later(Radii, later.Radii),
            Later(Teams, later.Teams),
            [.. Notices, .. later.Notices],
            [.. Announced.Where(c => later.Announced.All(l => l.Id != c.Id)), .. later.Announced]);
    }

    private static Dictionary<string, T> Later<T>(IReadOnlyDictionary<string, T> before, IReadOnlyDictionary<string, T> after)
    {
        var all = new Dictionary<string, T>(before);
        foreach (var (key, value) in after)
        {
            all[key] = value;
        }

        return all;
    }
}
