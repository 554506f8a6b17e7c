using Capacity.Core.Checks;
using Capacity.Core.Cluster;
using Capacity.Core.Packing.Measures;
using Capacity.Core.RightSizing.Ownership;
using Capacity.Core.Scanning;

namespace Capacity.Core.Tests.Checks;

/// <summary>Looks with checks at hand-made pictures, a minute apart unless a test says otherwise.</summary>
internal sealed class Looks
{
    private readonly CheckEngine engine;
    private readonly TimeSpan warmUp;

    /// <summary>Begins at noon.</summary>
    /// <param name="warmUp">How long nothing begins to fire; not at all where it is not given.</param>
    /// <param name="rules">The checks; all where none are given.</param>
    public Looks(TimeSpan warmUp = default, params CheckRule[] rules)
    {
        this.warmUp = warmUp;
        engine = new(rules.Length > 0 ? rules : CheckCatalogue.All, new() { WarmUp = warmUp }, OwnerRules.Default);
    }

    public CheckEngine Engine => engine;

    public DateTimeOffset Now { get; private set; } = Agents.Noon;

    public ServiceCondition Service { get; set; } = new()
    {
        StartedAt = Agents.Noon,
        Interval = TimeSpan.FromMinutes(1),
        MastersInterval = TimeSpan.FromSeconds(15),
        ZooKeeperInterval = TimeSpan.FromMinutes(1),
    };

    public PackingReport? Packing { get; set; }

    /// <summary>Gets what came of the last look.</summary>
    public IReadOnlyList<CheckState> Last { get; private set; } = [];

    /// <summary>Gets the names of the checks that fire, with the values of the labels that tell their subjects apart.</summary>
    public IEnumerable<string> Firing => Last.SelectMany(c => c.Firing, (c, t) => $"{c.Rule.Name} {string.Join(' ', c.Rule.Identity.Select(i => t.Labels[i]).Where(l => l.Length > 0))}".TrimEnd());

    /// <summary>Lets time pass, and looks at a picture of then; <see langword="null"/> for none.</summary>
    public IReadOnlyList<CheckState> After(double seconds, ClusterSnapshot? picture)
    {
        Now += TimeSpan.FromSeconds(seconds);
        var report = picture is null ? null : ScanAnalysis.Analyse([picture.TakenAt == default ? picture with { TakenAt = Now } : picture]);
        return Last = engine.Look(report, Packing, Service, Now);
    }

    /// <summary>Looks so many times at the same cluster.</summary>
    public IReadOnlyList<CheckState> Times(int count, double seconds, ClusterSnapshot picture)
    {
        for (var i = 0; i < count; i++)
        {
            After(seconds, picture);
        }

        return Last;
    }
}
