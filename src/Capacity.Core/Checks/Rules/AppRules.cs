using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Packing.Measures;
using static Capacity.Core.Checks.Rules.Standards;

namespace Capacity.Core.Checks.Rules;

/// <summary>Apps of any framework.</summary>
internal static class AppRules
{
    private static readonly TimeSpan KillWindow = TimeSpan.FromMinutes(15);

    public static IReadOnlyList<CheckRule> All { get; } =
    [
        new("MesosAppMemoryKills", "Instances of an app are killed for their memory.", CheckBasis.Collection, MemoryKills)
        {
            Standard = Warning(TimeSpan.Zero).Beyond(2, 0), Kind = AlertKind.App, Unit = "kills in 15 minutes", Identity = ["framework", "app"],
        },
        new("MesosAppAtRisk", "The loss of one place would take an app below its quorum.", CheckBasis.Packing, AtRisk)
        {
            Standard = Warning(Minutes(15)), Unit = "instances", Identity = ["framework", "app", "level"],
        },
    ];

    private static CheckLook MemoryKills(CheckScene scene)
    {
        var kills = scene.Picture.Failures.Where(f => f.OutOfMemory && scene.Now - f.At < KillWindow).DistinctBy(f => (f.App, f.TaskId)).GroupBy(f => f.App);
        return CheckLook.Whole(kills.Select(k => new CheckReading(
            scene.LabelsOf(k.Key), k.Count(), $"{k.Count()} instances of {k.Key.Id} of {k.Key.Framework} were killed for their memory in the last {KillWindow.TotalMinutes:0} minutes.")));
    }

    private static CheckLook AtRisk(CheckScene scene) => CheckLook.Whole(scene.Packing!.Risks.Select(r => new CheckReading(
        LabelSet.Create([.. scene.LabelsOf(r.App), new("level", Word(r.Level)), .. Place(r)]),
        r.There,
        $"{r.There} of {r.Instances} instances of {r.App.Id} of {r.App.Framework} are in {Word(r.Level)} {r.Domain}, and {r.Quorum} have to live on: losing it takes the app down.")));

    private static IEnumerable<KeyValuePair<string, string>> Place(PlacementRisk risk) => risk.Level switch
    {
        DomainLevel.Host => [new("host", risk.Domain)],
        DomainLevel.Rack => [new("rack", risk.Domain)],
        _ => [new("zone", risk.Domain)],
    };

    private static string Word(DomainLevel level) => level switch
    {
        DomainLevel.Host => "host",
        DomainLevel.Rack => "rack",
        _ => "zone",
    };
}
