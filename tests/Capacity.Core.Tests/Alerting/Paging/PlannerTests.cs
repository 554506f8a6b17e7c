using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Core.Alerting.Paging.Routing;

namespace Capacity.Core.Tests.Alerting.Paging;

/// <summary>One decision after the other about one incident, as a store would keep them.</summary>
public sealed class PlannerTests
{
    private static readonly QuietHours Nights = new(TimeZoneInfo.Utc, [new(Enum.GetValues<DayOfWeek>().ToHashSet(), new(20, 0), new(7, 0))]);

    private static readonly RoutingPlan Routing = new(
        [new(new() { Asks = [NoticeKind.Ticket] }, ["chat"]) { Quiet = Nights }],
        new(NoticeMatch.Everything, ["pager", "chat"]) { Escalation = "usual" },
        new Dictionary<string, IReadOnlyList<EscalationStep>> { ["usual"] = [new(TimeSpan.FromMinutes(10), ["pager", "lead"]), new(TimeSpan.FromMinutes(30), ["boss"])] })
    {
        Receivers = new Dictionary<string, ReceiverTraits>
        {
            ["pager"] = new() { Fallback = "mail", TakesUpdates = false, TakesAcknowledgements = true },
            ["chat"] = new() { TakesNotes = true, TakesAcknowledgements = true },
            ["lead"] = new(),
            ["boss"] = new(),
            ["mail"] = new() { Fallback = "phone" },
            ["phone"] = new(),
        },
    };

    private readonly List<Delivery> deliveries = [];
    private RoutingPlan routing = Routing;
    private PagedIncident? incident;
    private DateTimeOffset now = Notices.Noon;
    private long sequence;

    [Fact]
    public void Notice_Page_GoesToItsRouteAndLaterOnesToThoseWhoKnow()
    {
        Tell(NoticeKind.Page);
        Assert.Equal("pager:Page:Waiting chat:Page:Waiting", Text());

        Taken("pager", "chat");
        Tell(NoticeKind.Update);
        Tell(NoticeKind.Update);
        Assert.Equal("pager:Page:Delivered chat:Page:Delivered chat:Update:Superseded chat:Update:Waiting", Text());

        Taken("chat");
        Tell(NoticeKind.Resolve);
        Tell(NoticeKind.Resolve);
        Assert.Equal("pager:Resolve:Waiting chat:Resolve:Waiting", Text(DeliveryAction.Resolve));
        Assert.Equal(Notices.Noon, incident!.ResolvedAt);
        Assert.Equal(deliveries.Count, deliveries.Select(d => d.Key).Distinct().Count());
    }

    [Fact]
    public void Notice_TicketInQuietHours_IsHeldAndWithdrawnWhenItEnds()
    {
        now = Notices.Noon.AddHours(9);
        Tell(NoticeKind.Ticket);
        Assert.Equal("chat:Ticket:Held", Text());
        Assert.Equal(Notices.Noon.AddHours(19), deliveries[0].DueAt);

        Tell(NoticeKind.Update);
        Tell(NoticeKind.Resolve);

        Assert.Equal("chat:Ticket:Withdrawn", Text());
    }

    [Fact]
    public void Notice_PageAfterAHeldTicket_ReplacesItAndIsNotHeld()
    {
        now = Notices.Noon.AddHours(9);
        Tell(NoticeKind.Ticket);
        Tell(NoticeKind.Page);

        Assert.Equal("chat:Ticket:Superseded pager:Page:Waiting chat:Page:Waiting", Text());
    }

    [Fact]
    public void Digest_SeveralTickets_AreOneMessageAndEndWithIt()
    {
        var held = Enumerable.Range(1, 3).Select(i => NoticePlanner.Plan(Notices.Of(i, NoticeKind.Ticket, $"i{i}"), new(null, []), Routing, Notices.Noon.AddHours(9)).Added[0]).ToList();

        var plan = Assert.Single(DigestPlanner.Plan(held, Notices.Noon.AddHours(19)));
        var digest = Assert.Single(plan.Added);
        Assert.Equal((DeliveryAction.Digest, "chat", "digest-chat-3-3-chat"), (digest.Action, digest.Receiver, digest.Key));
        Assert.All(plan.Changed, t => Assert.Equal((DeliveryState.Held, digest.Incident), (t.State, t.Digest)));
        Assert.All(DigestPlanner.Settle(digest.Done(DeliveryState.Delivered, now), plan.Changed, now), t => Assert.Equal(DeliveryState.Delivered, t.State));
        Assert.Equal(3, DigestPlanner.Settle(digest.Done(DeliveryState.Delivered, now), plan.Changed, now).Count());

        var alone = Assert.Single(DigestPlanner.Plan(held.Take(1), now));
        Assert.Equal(DeliveryState.Waiting, Assert.Single(alone.Changed).State);
    }

    [Fact]
    public void Escalation_NobodyAcknowledges_PagesTheNextOnceEach()
    {
        Tell(NoticeKind.Page);
        Taken("pager", "chat");

        Escalate(9.9);
        Assert.Equal(2, deliveries.Count);
        Escalate(10);
        Escalate(20);
        Assert.Equal("pager:Page:Delivered chat:Page:Delivered lead:Page:Waiting", Text());
        Escalate(30);
        Escalate(300);
        Assert.Equal("pager:Page:Delivered chat:Page:Delivered lead:Page:Waiting boss:Page:Waiting", Text());
        Assert.Equal([0, 0, 1, 2], deliveries.Select(d => d.Step));
    }

    [Fact]
    public void Acknowledgement_BeforeAStep_EndsTheEscalationAndTellsThoseWhoCare()
    {
        Tell(NoticeKind.Page);
        Taken("pager", "chat");
        Note("ann", "mine");
        Escalate(30);

        Assert.Equal("pager:Acknowledge:Waiting chat:Acknowledge:Waiting", Text(DeliveryAction.Acknowledge));
        Assert.Equal(4, deliveries.Count);

        Note("bob", "mine too");
        Assert.Equal("ann", incident!.AcknowledgedBy);
        Assert.Equal(4, deliveries.Count);
    }

    [Fact]
    public void Fallback_CallWaits_IsHandedOverWithEverythingThatFollows()
    {
        Tell(NoticeKind.Page);
        Tell(NoticeKind.Resolve);
        Apply(FallbackPlanner.Plan(deliveries[0], File, Routing, now));
        Assert.Equal("mail:Page:Waiting mail:Resolve:Waiting", string.Join(' ', deliveries.Where(d => d.Receiver == "mail").Select(Text)));

        Taken("mail");

        Assert.Equal("pager:Page:HandedOver pager:Resolve:Withdrawn", string.Join(' ', deliveries.Where(d => d.Receiver == "pager").Select(Text)));
        Assert.Equal("mail:Page:Delivered mail:Resolve:Waiting", string.Join(' ', deliveries.Where(d => d.Receiver == "mail").Select(Text)));
    }

    [Fact]
    public void Fallback_MayHaveTheCallNevertheless_IsToldTheEndToo()
    {
        Tell(NoticeKind.Page);
        Send("pager", new SendOutcome.Failed("no answer") { IsUncertain = true });
        Apply(FallbackPlanner.Plan(deliveries[0], File, Routing, now));
        Taken("mail");
        Tell(NoticeKind.Resolve);

        Assert.Equal("pager:Resolve:Waiting chat:Resolve:Waiting mail:Resolve:Waiting", Text(DeliveryAction.Resolve));
    }

    [Fact]
    public void Fallback_WasCalledByItsOwnRoute_IsEnough()
    {
        routing = Routing with { Default = new(NoticeMatch.Everything, ["pager", "mail"]) };
        Tell(NoticeKind.Page);
        Taken("mail");
        Tell(NoticeKind.Resolve);
        Apply(FallbackPlanner.Plan(deliveries[0], File, routing, now));

        Assert.Equal("pager:Page:HandedOver mail:Page:Delivered pager:Resolve:Withdrawn mail:Resolve:Waiting", Text());
    }

    [Fact]
    public void Fallback_RefusesToo_GoesOnToItsOwnAndEndsTheFirst()
    {
        Tell(NoticeKind.Page);
        Apply(FallbackPlanner.Plan(deliveries[0], File, Routing, now));
        Send("mail", new SendOutcome.Refused("no such user"));
        Assert.Equal("pager:Page:Waiting chat:Page:Waiting mail:Page:Refused phone:Page:Waiting", Text());

        Taken("phone");

        Assert.Equal("pager:Page:HandedOver chat:Page:Waiting mail:Page:Refused phone:Page:Delivered", Text());
    }

    [Fact]
    public void Fallback_FirstComesBack_IsNotNeeded()
    {
        Tell(NoticeKind.Page);
        now += TimeSpan.FromMinutes(1);
        Apply(FallbackPlanner.Plan(deliveries[0], File, Routing, now));

        Taken("pager");

        Assert.Equal("pager:Page:Delivered chat:Page:Waiting mail:Page:Withdrawn", Text());
    }

    [Fact]
    public void Outcome_FailsTooLong_ExpiresAndGoesToTheFallback()
    {
        Tell(NoticeKind.Page);
        Send("pager", new SendOutcome.Failed("HTTP 500") { RetryAfter = TimeSpan.FromMinutes(5) });
        Assert.Equal((1, now.AddMinutes(5), "HTTP 500"), (deliveries[0].Attempts, deliveries[0].DueAt, deliveries[0].LastError));

        now += TimeSpan.FromDays(1);
        Send("pager", new SendOutcome.Failed("HTTP 500"));

        Assert.Equal("pager:Page:Expired chat:Page:Waiting mail:Page:Waiting", Text());
    }

    private IncidentFile File => new(incident, deliveries);

    private static string Text(Delivery delivery) => $"{delivery.Receiver}:{delivery.Action}:{delivery.State}";

    private string Text(DeliveryAction? only = null) => string.Join(' ', deliveries.Where(d => only is null || d.Action == only).Select(Text));

    private void Tell(NoticeKind kind) => Apply(NoticePlanner.Plan(Notices.Of(++sequence, kind), File, routing, now));

    private void Taken(params string[] receivers) => Array.ForEach(receivers, r => Send(r, new SendOutcome.Taken()));

    private void Send(string receiver, SendOutcome outcome) =>
        Apply(OutcomePlanner.Plan(deliveries.First(d => d.Receiver == receiver && d.State == DeliveryState.Waiting), outcome, File, routing, RetrySchedule.Default, now));

    private void Escalate(double minutes) => Apply(EscalationPlanner.Plan(File, routing, Notices.Noon.AddMinutes(minutes)));

    private void Note(string by, string text) => Apply(NotePlanner.Acknowledge(File, new("i1", 1, NoteKind.Acknowledgement, now, by, text), routing));

    private void Apply(PagingChanges changes)
    {
        incident = changes.Incident ?? incident;
        foreach (var changed in changes.Changed)
        {
            deliveries[deliveries.FindIndex(d => d.Key == changed.Key)] = changed;
        }

        deliveries.AddRange(changes.Added.Where(a => deliveries.TrueForAll(d => d.Key != a.Key)));
    }
}
