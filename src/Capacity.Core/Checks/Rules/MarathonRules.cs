using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Cluster;
using static Capacity.Core.Checks.Rules.Standards;

namespace Capacity.Core.Checks.Rules;

/// <summary>The Marathons and what they run.</summary>
internal static class MarathonRules
{
    private static readonly string[] OfApp = ["framework", "app"];

    public static IReadOnlyList<CheckRule> All { get; } =
    [
        new("MarathonUnreachable", "No server of a Marathon answers.", CheckBasis.Collection, Unreachable) { Standard = Critical(Minutes(2)), Identity = ["framework"] },
        new("MarathonServerDown", "A server of a Marathon does not answer.", CheckBasis.Collection, ServerDown)
        {
            Standard = Warning(Minutes(5)), Kind = AlertKind.Auxiliary, Identity = ["marathon"],
        },
        new("MarathonAppDown", "An app runs no instance.", CheckBasis.Collection, AppDown)
        {
            Standard = Critical(Minutes(5)), Kind = AlertKind.App, Unit = "instances", Identity = OfApp,
        },
        new("MarathonAppUnplaceable", "Instances of an app find no place.", CheckBasis.Collection, AppUnplaceable)
        {
            Standard = Warning(Minutes(5)), Kind = AlertKind.App, Unit = "instances", Identity = OfApp, Explain = Unplaceable.Explain,
        },
        new("MarathonAppCrashLooping", "Instances of an app fail again and again.", CheckBasis.Collection, AppCrashLooping)
        {
            Standard = Warning(Minutes(5)).Beyond(60, 0), Kind = AlertKind.App, Unit = "seconds", Identity = OfApp,
        },
        new("MarathonDeploymentStuck", "A deployment does not end.", CheckBasis.Collection, DeploymentStuck) { Standard = Warning(Minutes(30)), Identity = OfApp },
    ];

    private static CheckLook Unreachable(CheckScene scene)
    {
        if (!scene.Picture.Sources.Any(s => s.Kind == SourceKind.Marathon))
        {
            return CheckLook.Whole([]);
        }

        var answering = scene.Picture.Marathons.Select(m => CheckPast.MarathonName(m, scene.Picture)).ToHashSet();
        var lost = scene.Past.Marathons.Where(m => !answering.Contains(m)).ToList();
        List<CheckReading> readings =
        [
            .. lost.Select(m => Of(LabelSet.Create([new("framework", m)]), $"Marathon {m} does not answer: what of its apps ends is not started again.")),
            .. answering.Count + lost.Count == 0 ? [Of(LabelSet.Empty, "No Marathon answers.")] : Array.Empty<CheckReading>(),
        ];

        // One that was down before the service began has no name here; its alert of before stays.
        return Blindness(scene) is { } reason ? CheckLook.Partly(readings, reason) : CheckLook.Whole(readings);
    }

    private static CheckLook ServerDown(CheckScene scene) => CheckLook.Whole(Silences.Of(scene.Picture, SourceKind.Marathon)
        .Select(s => Of(scene.LabelsOf("marathon", s.Address), $"Marathon {s.Address} does not answer: {s.Failure.Detail}.")));

    private static CheckLook AppDown(CheckScene scene) => OfApps(scene, a => a is { Instances: > 0, RunningInstances: 0, Deploying: false }, a =>
        new(scene.LabelsOf(a.Key), 0, $"App {a.Key.Id} of {a.Key.Framework} should have {a.Instances} instances and has none."));

    private static CheckLook DeploymentStuck(CheckScene scene) => OfApps(scene, a => a.Deploying, a =>
        Of(scene.LabelsOf(a.Key), $"App {a.Key.Id} of {a.Key.Framework} is being deployed: {a.RunningInstances?.ToString() ?? "an unknown number"} of {a.Instances} instances run."));

    private static CheckLook AppUnplaceable(CheckScene scene) => OfQueues(scene, q => q.BackOff == TimeSpan.Zero && q.Waiting > 0, q => new(
        scene.LabelsOf(q.App),
        q.Waiting,
        $"{q.Waiting} instances of {q.App.Id} of {q.App.Framework} wait for room"
        + (q.Rejections.Count > 0 ? $"; the last offers lacked {string.Join(", ", q.Rejections.OrderByDescending(r => r.Value).Select(r => $"{r.Key} ({r.Value})"))}." : "."),
        q.Since));

    private static CheckLook AppCrashLooping(CheckScene scene) => OfQueues(scene, q => q.Waiting > 0, q =>
        new(scene.LabelsOf(q.App), q.BackOff.TotalSeconds, $"{q.Waiting} instances of {q.App.Id} of {q.App.Framework} fail, and Marathon waits {q.BackOff.TotalSeconds:0} s before it tries again."));

    private static CheckLook OfApps(CheckScene scene, Func<MarathonApp, bool> isOne, Func<MarathonApp, CheckReading> read) =>
        Seen(scene, scene.Picture.Marathons.SelectMany(m => m.Apps).Where(isOne).Select(read));

    private static CheckLook OfQueues(CheckScene scene, Func<QueuedApp, bool> isOne, Func<QueuedApp, CheckReading> read) =>
        Seen(scene, scene.Picture.Marathons.SelectMany(m => m.Queue).Where(isOne).Select(read));

    private static CheckLook Seen(CheckScene scene, IEnumerable<CheckReading> readings) =>
        Blindness(scene) is { } reason ? CheckLook.Partly(readings, reason) : CheckLook.Whole(readings);

    /// <summary>Apps of a Marathon that does not answer are as they were.</summary>
    private static string? Blindness(CheckScene scene) =>
        scene.Picture.Sources.FirstOrDefault(s => s.Kind == SourceKind.Marathon && s.Failure is not null) is { } failing ? $"Marathon {failing.Address}{failing.Endpoint}: {failing.Failure!.Detail}" : null;

    private static CheckReading Of(LabelSet labels, string detail) => new(labels, 1, detail);
}
