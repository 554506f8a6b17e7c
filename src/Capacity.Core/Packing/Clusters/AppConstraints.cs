using Capacity.Core.Cluster;
using Capacity.Core.Packing.Solving;

namespace Capacity.Core.Packing.Clusters;

/// <summary>What Marathon is told of each app, its constraints read.</summary>
internal sealed class AppConstraints
{
    private readonly Dictionary<AppKey, MarathonApp> apps;
    private readonly Dictionary<AppKey, IReadOnlyList<PlacementConstraint>> read = [];
    private readonly List<ClusterProblemNote> notes = [];

    public AppConstraints(ClusterSnapshot snapshot) =>
        apps = snapshot.Marathons.SelectMany(m => m.Apps).DistinctBy(a => a.Key).ToDictionary(a => a.Key);

    public IReadOnlyList<ClusterProblemNote> Notes => notes;

    public MarathonApp? AppOf(Container container) => apps.GetValueOrDefault(container.App);

    public IReadOnlyList<PlacementConstraint> Of(AppKey app)
    {
        if (!read.TryGetValue(app, out var constraints))
        {
            read[app] = constraints = [.. apps.GetValueOrDefault(app)?.Constraints.Select(c => Parse(app, c)).OfType<PlacementConstraint>() ?? []];
        }

        return constraints;
    }

    private PlacementConstraint? Parse(AppKey app, IReadOnlyList<string> parts)
    {
        try
        {
            return PlacementConstraint.Parse(parts);
        }
        catch (FormatException e)
        {
            notes.Add(new(ClusterProblemNoteKind.ConstraintUnknown, app.ToString(), $"constraint left out: {e.Message}"));
            return null;
        }
    }
}
