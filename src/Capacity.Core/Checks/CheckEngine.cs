using Capacity.Core.Alerting.Labels;
using Capacity.Core.Packing.Measures;
using Capacity.Core.RightSizing.Ownership;
using Capacity.Core.Scanning;

namespace Capacity.Core.Checks;

/// <summary>Does all checks, one look after the other, and remembers what is wrong between them.</summary>
/// <remarks>Not safe from several threads. What it gives out never changes.</remarks>
/// <param name="rules">The checks.</param>
/// <param name="policy">How they decide.</param>
/// <param name="owners">Who owns apps.</param>
public sealed class CheckEngine(IReadOnlyList<CheckRule> rules, CheckPolicy policy, OwnerRules owners)
{
    private readonly CheckPast past = new();
    private readonly Dictionary<string, Dictionary<LabelSet, CheckTrack>> tracks = rules.ToDictionary(r => r.Name, _ => new Dictionary<LabelSet, CheckTrack>());

    /// <summary>Takes over an alert that fired before the service began. It fires on until a look says that all is well.</summary>
    /// <param name="check">The check's name; one that is not known, or not done, is left out.</param>
    /// <param name="labels">The labels but for name, severity and cluster.</param>
    /// <param name="since">When it began to fire.</param>
    public void Restore(string check, LabelSet labels, DateTimeOffset since) => Restore(check, new() { Labels = labels, Stage = CheckStage.Firing, Since = since, FiringSince = since });

    /// <summary>Takes over what was wrong, and not for long enough, before the service began. It waits on where a look finds it wrong still.</summary>
    /// <param name="pending">What was wrong; of a check that is not known, or not done, it is left out.</param>
    public void Restore(PendingCheck pending)
    {
        ArgumentNullException.ThrowIfNull(pending);
        Restore(pending.Check, new() { Labels = pending.Labels, Stage = CheckStage.Pending, Since = pending.Since });
    }

    /// <summary>Looks once.</summary>
    /// <param name="report">The latest report; <see langword="null"/> before the first collection.</param>
    /// <param name="packing">The latest packing report; <see langword="null"/> for none.</param>
    /// <param name="service">How the service itself does.</param>
    /// <param name="now">The time.</param>
    /// <returns>All checks, in their order.</returns>
    public IReadOnlyList<CheckState> Look(ScanReport? report, PackingReport? packing, ServiceCondition service, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(service);
        if (report is not null)
        {
            past.Note(report.Picture, now);
        }

        var scene = new CheckScene(report, packing, service, past, owners, now);
        return [.. rules.Select(r => Look(r, scene))];
    }

    private void Restore(string check, CheckTrack track)
    {
        if (rules.FirstOrDefault(r => r.Name == check) is { } rule && policy.Of(rule).IsEnabled)
        {
            tracks[check].TryAdd(track.Labels.Only(rule.Identity), track);
        }
    }

    private CheckState Look(CheckRule rule, CheckScene scene)
    {
        var settings = policy.Of(rule);
        if (!settings.IsEnabled)
        {
            return new(rule, settings, null, [], []);
        }

        var known = tracks[rule.Name];
        var look = scene.BlindnessOf(rule.Basis) is { } reason ? CheckLook.Blind(reason) : rule.Look(scene);
        var readings = look.Readings.GroupBy(r => r.Labels.Only(rule.Identity)).ToDictionary(g => g.Key, g => Worst(rule, g));
        var isWarm = scene.Now - scene.Service.StartedAt >= policy.WarmUp;
        List<CheckTrack> resolved = [];
        foreach (var subject in look.Blindness is null ? readings.Keys.Union(known.Keys).ToList() : [.. readings.Keys])
        {
            var (before, reading) = (known.GetValueOrDefault(subject), readings.GetValueOrDefault(subject));
            if (CheckProgress.Step(before, reading, rule, settings, isWarm, scene.Now) is { } after)
            {
                var begins = after.Stage == CheckStage.Firing && before?.Stage != CheckStage.Firing;
                known[subject] = begins && reading is not null ? after with { Explanation = rule.Explain?.Invoke(scene, reading) } : after;
            }
            else if (known.Remove(subject) && before!.Stage == CheckStage.Firing)
            {
                resolved.Add(before);
            }
        }

        return new(rule, settings, look.Blindness, [.. known.Values.OrderBy(t => t.Labels.ToString(), StringComparer.Ordinal)], resolved);
    }

    private static CheckReading Worst(CheckRule rule, IEnumerable<CheckReading> readings) => rule.IsBelow ? readings.MinBy(r => r.Value)! : readings.MaxBy(r => r.Value)!;
}
