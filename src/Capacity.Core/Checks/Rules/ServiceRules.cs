using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Cluster;
using static Capacity.Core.Checks.Rules.Standards;

namespace Capacity.Core.Checks.Rules;

/// <summary>Whether the service itself sees and keeps what it should.</summary>
internal static class ServiceRules
{
    private static readonly FailureReason[] Refusals =
        [FailureReason.Unauthorized, FailureReason.Forbidden, FailureReason.Tls, FailureReason.UnsupportedMediaType, FailureReason.TooLarge, FailureReason.Malformed];

    public static IReadOnlyList<CheckRule> All { get; } =
    [
        new("CapacityCollectionLate", "The cluster is not collected any more.", CheckBasis.Service, CollectionLate)
        {
            Standard = Critical(Minutes(1)).Beyond(3, 3), Unit = "intervals",
        },
        new("CapacityCoverageLow", "Many agents do not answer the service.", CheckBasis.Collection, CoverageLow)
        {
            Standard = Warning(Minutes(5)).Beyond(0.9, 0.95), IsBelow = true, Unit = "ratio",
        },
        new("CapacityAgentUnread", "An agent is registered and does not answer the service.", CheckBasis.Collection, AgentUnread)
        {
            Standard = Warning(Minutes(5)), Kind = AlertKind.Auxiliary, Identity = ["host", "agent"],
        },
        new("CapacitySourceUnusable", "Servers answer the service with nothing that it can use.", CheckBasis.Collection, SourceUnusable)
        {
            Standard = Warning(Minutes(10)), Unit = "servers", Identity = ["source", "reason"],
        },
        new("CapacityPartialView", "The service is shown only a part of the cluster.", CheckBasis.Collection, PartialView) { Standard = Warning(Minutes(15)) },
        new("CapacityClockSkew", "A server's clock is wrong.", CheckBasis.Collection, ClockSkew)
        {
            Standard = Warning(Minutes(5)).Beyond(5, 3), Unit = "seconds", Identity = ["source", "server"],
        },
        new("CapacityStoreTrouble", "The service can't store what it learns.", CheckBasis.Service, StoreTrouble) { Standard = Critical(Minutes(5)), Identity = ["store"] },
    ];

    private static CheckLook CollectionLate(CheckScene scene)
    {
        var last = scene.Report?.To ?? scene.Service.StartedAt;
        var reason = scene.Service.Blindness is { } blindness ? $": {blindness}" : ".";
        return CheckLook.Whole([new(LabelSet.Empty, (scene.Now - last) / scene.Service.Interval, $"The last collection is of {last:yyyy-MM-dd HH:mm:ss} UTC; there should be one every {scene.Service.Interval.TotalSeconds:0} s{reason}")]);
    }

    private static CheckLook CoverageLow(CheckScene scene)
    {
        var agents = scene.Picture.Agents.Where(a => a.CountsAsCapacity).ToList();
        var read = agents.Count(a => scene.Picture.AgentsRead.Contains(a.Name));
        return scene.Picture.Leader is not { Phase: LeaderPhase.Steady } ? CheckLook.Blind("the leader does not know all agents yet")
            : CheckLook.Whole(agents.Count > 0 ? [new(LabelSet.Empty, (double)read / agents.Count, $"{read} of {agents.Count} agents answered in the last collection; the figures of the others are missing or old.")] : []);
    }

    private static CheckLook AgentUnread(CheckScene scene) => CheckLook.Whole(scene.Picture.Agents
        .Where(a => a is { CountsAsCapacity: true, State: not (AgentState.Disconnected or AgentState.Recovered) } && !scene.Picture.AgentsRead.Contains(a.Name))
        .Select(a => new CheckReading(CheckScene.LabelsOf(a), 1, $"Agent {a.Name} is registered with the leader, and does not answer the service: nothing is known of its containers.")));

    private static CheckLook SourceUnusable(CheckScene scene) => CheckLook.Whole(scene.Picture.Sources
        .Where(s => s.Failure is { } failure && Refusals.Contains(failure.Reason) && !s.IsOperatorCall)
        .GroupBy(s => (s.Kind, s.Failure!.Reason))
        .Select(g => new CheckReading(
            LabelSet.Create([new("source", Word(g.Key.Kind)), new("reason", g.Key.Reason.ToString())]),
            g.Select(s => s.Address).Distinct().Count(),
            $"{g.Select(s => s.Address).Distinct().Count()} servers, such as {Word(g.Key.Kind)} {g.First().Address}{g.First().Endpoint}: {g.First().Failure!.Detail}.")));

    private static CheckLook PartialView(CheckScene scene) => CheckLook.Whole(scene.Report!.Warnings.Where(w => w.Code == "partial-credentials").Take(1).Select(w => new CheckReading(LabelSet.Empty, 1, w.Message)));

    private static CheckLook ClockSkew(CheckScene scene) => CheckLook.Whole(scene.Picture.Sources
        .Where(s => s.ClockAhead is not null)
        .GroupBy(s => (s.Kind, s.Address))
        .Select(g => g.MaxBy(s => s.ClockAhead!.Value.Duration())!)
        .Select(s => new CheckReading(
            LabelSet.Create([new("source", Word(s.Kind)), new("server", s.Address.ToString()), new("host", s.Address.Host)]),
            s.ClockAhead!.Value.Duration().TotalSeconds,
            $"The clock of {Word(s.Kind)} {s.Address} is {s.ClockAhead.Value.Duration().TotalSeconds:0} s {(s.ClockAhead > TimeSpan.Zero ? "ahead of" : "behind")} the service's.")));

    private static CheckLook StoreTrouble(CheckScene scene) => CheckLook.Whole(scene.Service.StoreTroubles.Select(t =>
        new CheckReading(LabelSet.Create([new("store", t.Key)]), 1, $"{t.Key} can't be stored: {t.Value}")));

    private static string Word(SourceKind kind) => kind.ToString().ToLowerInvariant();
}
