using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Cluster;
using static Capacity.Core.Checks.Rules.Standards;

namespace Capacity.Core.Checks.Rules;

/// <summary>The masters and their elections.</summary>
internal static class MasterRules
{
    private static readonly TimeSpan ChurnWindow = TimeSpan.FromHours(1);
    private static readonly TimeSpan ChangeWindow = TimeSpan.FromMinutes(10);

    public static IReadOnlyList<CheckRule> All { get; } =
    [
        new("MesosNoLeader", "No Mesos master leads.", CheckBasis.Masters, NoLeader)
        {
            Standard = Critical(Minutes(1)), Kind = AlertKind.ControlLost,
        },
        new("MesosLeaderNotRecovered", "The leading Mesos master can't read its registry.", CheckBasis.Masters, LeaderNotRecovered)
        {
            Standard = Critical(Minutes(2)), Kind = AlertKind.ControlLost, Identity = ["master"],
        },
        new("MesosMastersUnreachable", "No Mesos master answers.", CheckBasis.Masters, MastersUnreachable) { Standard = Critical(Minutes(2)) },
        new("MesosSeveralLeaders", "Several Mesos masters say that they lead.", CheckBasis.Masters, SeveralLeaders)
        {
            Standard = Critical(Minutes(2)).Beyond(1, 1), Unit = "masters",
        },
        new("MesosElectionChurn", "Mesos masters are elected again and again.", CheckBasis.Masters, ElectionChurn)
        {
            Standard = Critical(TimeSpan.Zero).Beyond(2, 1), Unit = "elections in an hour",
        },
        new("MesosLeaderChanged", "Another Mesos master leads.", CheckBasis.Masters, LeaderChanged)
        {
            Standard = Info(TimeSpan.Zero), Kind = AlertKind.LeaderChanged, Unit = "elections",
        },
        new("MesosMasterDown", "A Mesos master does not answer.", CheckBasis.Masters, MasterDown)
        {
            Standard = Warning(Minutes(5)), Kind = AlertKind.Service, Identity = ["master"],
        },
        new("MesosMasterNotRedundant", "No more Mesos master may fail.", CheckBasis.Masters, MasterNotRedundant)
        {
            Standard = Critical(Minutes(8)).Beyond(1, 1), IsBelow = true, Unit = "masters beyond the quorum", Kind = AlertKind.ControlMargin,
        },
        new("MesosMasterBlocked", "A Mesos master does not give its own figures in time.", CheckBasis.Masters, MasterBlocked)
        {
            Standard = Warning(Minutes(3)), Kind = AlertKind.Service, Identity = ["master"],
        },
    ];

    private static CheckLook NoLeader(CheckScene scene) => scene.Picture switch
    {
        { Masters.Count: 0 } => CheckLook.Blind("no master answers"),
        { Leader: null } picture => CheckLook.Whole([Cluster(1, $"{picture.Masters.Count} of {MasterServers.Asked(picture).Count} masters answer, and none of them leads.")]),
        _ => CheckLook.Whole([]),
    };

    private static CheckLook LeaderNotRecovered(CheckScene scene) => CheckLook.Whole(
        scene.Picture.Leader is { Phase: LeaderPhase.Recovering } leader
            ? [new(scene.LabelsOf("master", leader.Address), 1, $"Master {leader.Address} was elected and has not read its registry: it answers with an empty cluster.")]
            : []);

    private static CheckLook MastersUnreachable(CheckScene scene) => CheckLook.Whole(
        scene.Picture is { Masters.Count: 0 } && Silences.Of(scene.Picture, SourceKind.Master).ToList() is { Count: > 0 } silent
            ? [Cluster(silent.Count, $"None of {silent.Count} masters answers: {silent[0].Failure.Detail}.")]
            : []);

    private static CheckLook SeveralLeaders(CheckScene scene)
    {
        var leaders = scene.Picture.Masters.Where(m => m.Elected == true).Select(m => m.Address.ToString()).ToList();
        return scene.Picture.Masters.Count == 0 ? CheckLook.Blind("no master answers") : CheckLook.Whole([Cluster(leaders.Count, $"Masters that say that they lead: {string.Join(", ", leaders)}.")]);
    }

    private static CheckLook ElectionChurn(CheckScene scene)
    {
        var changes = scene.Past.LeaderChanges.Where(c => scene.Now - c < ChurnWindow).ToList();
        return CheckLook.Whole([Cluster(changes.Count, $"{changes.Count} elections in the last hour{(changes.Count > 0 ? $", the last at {changes[^1]:HH:mm:ss} UTC" : "")}.")]);
    }

    private static CheckLook LeaderChanged(CheckScene scene)
    {
        var changes = scene.Past.LeaderChanges.Where(c => scene.Now - c < ChangeWindow).ToList();
        return CheckLook.Whole(changes.Count > 0
            ? [Cluster(changes.Count, $"Another master was elected at {changes[^1]:HH:mm:ss} UTC{(scene.Picture.Leader is { } leader ? $"; {leader.Address} leads now" : "")}.")]
            : []);
    }

    private static CheckLook MasterDown(CheckScene scene) => CheckLook.Whole(Silences.Of(scene.Picture, SourceKind.Master)
        .Select(s => new CheckReading(scene.LabelsOf("master", s.Address), 1, $"Master {s.Address} does not answer: {s.Failure.Detail}.")));

    private static CheckLook MasterNotRedundant(CheckScene scene)
    {
        var asked = MasterServers.Asked(scene.Picture).Count;
        var ready = scene.Picture.Masters.Count(m => m.LogRecovered != false);
        return asked < 3 ? CheckLook.Whole([])
            : ready == 0 ? CheckLook.Blind("no master answers")
            : CheckLook.Whole([Cluster(
                ready - MasterServers.Quorum(asked),
                $"{ready} of {asked} masters answer with a whole replica of the registry, and {MasterServers.Quorum(asked)} are needed.")]);
    }

    private static CheckLook MasterBlocked(CheckScene scene) => CheckLook.Whole(scene.Picture.Masters.Where(m => m.Blocked)
        .Select(m => new CheckReading(scene.LabelsOf("master", m.Address), 1, $"Master {m.Address} answers without its own figures: it is blocked or overloaded.")));

    private static CheckReading Cluster(double value, string detail) => new(LabelSet.Empty, value, detail);
}
