using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Paging.Delivering;

namespace Capacity.Server.Tests.Paging;

public sealed class PagingLedgerTests
{
    private const string TwoReceivers = """
        {
            receivers: { pager: { type: webhook, url: 'http://127.0.0.1:9', fallback: mail }, mail: { type: email, to: a@example.org } },
            default: { receivers: [pager] },
        }
        """;

    private static readonly SendOutcome Down = new SendOutcome.Failed("HTTP 500");

    [Fact]
    public async Task Outage_OfAnHour_LosesNothingAndIsAskedSeldom()
    {
        await using var bench = PagingBench.Start("{ receivers: { pager: { type: webhook, url: 'http://127.0.0.1:9' } }, default: { receivers: [pager] } }");
        var pager = bench.Receivers["pager"];
        pager.Answer = _ => Down;
        for (var i = 0; i < 20; i++)
        {
            bench.Tell(NoticeKind.Page, $"i{i}");
            await bench.PassAsync(TimeSpan.FromSeconds(180), TimeSpan.FromSeconds(5));
            bench.Tell(NoticeKind.Update, $"i{i}");
            bench.Tell(NoticeKind.Update, $"i{i}");
        }

        await bench.LookAsync();
        Assert.InRange(pager.Asked, 25, 60);
        var state = Assert.Single(bench.Ledger.Receivers());
        Assert.Equal((true, "HTTP 500", 40), (state.Breaker.IsOpen, state.Breaker.LastError, state.Backlog.Waiting));

        pager.Answer = _ => new SendOutcome.Taken();
        await bench.PassAsync(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(5));

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"i{i}:Page").Order(), pager.Taken.Where(m => m.Delivery.Action == DeliveryAction.Page).Select(m => $"{m.Delivery.Incident}:Page").Order());
        Assert.Equal(40, pager.Taken.Count);
        Assert.All(pager.Taken.GroupBy(m => m.Delivery.Incident), g => Assert.Equal([DeliveryAction.Page, DeliveryAction.Update], g.Select(m => m.Delivery.Action)));
    }

    [Fact]
    public async Task Fallback_FirstIsDown_HasThePageWithinAMinuteAndAlone()
    {
        await using var bench = PagingBench.Start(TwoReceivers.Replace("default:", "breaker: { failures: 100 }, default:", StringComparison.Ordinal));
        bench.Receivers["pager"].Answer = _ => Down;
        bench.Tell(NoticeKind.Page);
        await bench.PassAsync(TimeSpan.FromSeconds(59));
        Assert.Empty(bench.Receivers["mail"].Taken);
        await bench.PassAsync(TimeSpan.FromSeconds(3));
        Assert.Equal("i1:Page", bench.Receivers["mail"].Folded);

        bench.Receivers["pager"].Answer = _ => new SendOutcome.Taken();
        bench.Tell(NoticeKind.Resolve);
        await bench.PassAsync(TimeSpan.FromMinutes(3));

        Assert.Equal("i1:Page i1:Resolve", bench.Receivers["mail"].Folded);
        Assert.Empty(bench.Receivers["pager"].Taken);
        Assert.Equal("pager:Page:HandedOver mail:Page:Delivered mail:Resolve:Delivered", await bench.StatesAsync());
    }

    [Fact]
    public async Task Fallback_KnownToBeDown_HasThePageAtOnce()
    {
        await using var bench = PagingBench.Start(TwoReceivers);
        bench.Receivers["pager"].Answer = _ => Down;
        bench.Tell(NoticeKind.Page);
        await bench.PassAsync(TimeSpan.FromMinutes(2));

        bench.Tell(NoticeKind.Page, "i2");
        await bench.LookAsync();

        Assert.Equal("i1:Page i2:Page", bench.Receivers["mail"].Folded);
    }

    [Fact]
    public async Task Fallback_FirstRefuses_HasThePageAtOnceAndNobodyElseIsToldAnything()
    {
        await using var bench = PagingBench.Start(TwoReceivers);
        bench.Receivers["pager"].Answer = _ => new SendOutcome.Refused("HTTP 400: bad key");
        bench.Tell(NoticeKind.Page);
        await bench.LookAsync();
        bench.Tell(NoticeKind.Resolve);
        await bench.LookAsync();

        Assert.Equal("i1:Page i1:Resolve", bench.Receivers["mail"].Folded);
        Assert.Equal(1, bench.Receivers["pager"].Asked);
        Assert.Null(bench.Ledger.Undelivered);

        bench.Receivers["mail"].Answer = _ => new SendOutcome.Refused("550");
        bench.Tell(NoticeKind.Page, "i2");
        await bench.LookAsync();
        Assert.Equal(("i2", "mail", "550"), (bench.Ledger.Undelivered!.Incident, bench.Ledger.Undelivered.Receiver, bench.Ledger.Undelivered.Reason));
    }

    [Fact]
    public async Task TooMany_WithATimeToWait_IsLeftAloneForIt()
    {
        await using var bench = PagingBench.Start(TwoReceivers);
        var pager = bench.Receivers["pager"];
        pager.Answer = _ => new SendOutcome.Failed("HTTP 429") { RetryAfter = TimeSpan.FromSeconds(30) };
        bench.Tell(NoticeKind.Page);
        bench.Tell(NoticeKind.Page, "i2");
        await bench.PassAsync(TimeSpan.FromSeconds(29));
        Assert.Equal(1, pager.Asked);

        pager.Answer = _ => new SendOutcome.Taken();
        await bench.PassAsync(TimeSpan.FromSeconds(3));

        Assert.Equal(2, pager.Taken.Count);
        Assert.Empty(bench.Receivers["mail"].Taken);
    }

    [Fact]
    public async Task QuietHours_Tickets_AreOneDigestInTheMorning()
    {
        await using var bench = PagingBench.Start("""
            {
                receivers: { chat: { type: webhook, url: 'http://127.0.0.1:9' } },
                quietHours: { nights: { times: [{ from: '12:00', until: '13:00' }] } },
                default: { receivers: [chat], quietHours: nights },
            }
            """);
        var chat = bench.Receivers["chat"];
        for (var i = 1; i <= 4; i++)
        {
            bench.Tell(NoticeKind.Ticket, $"i{i}");
        }

        bench.Tell(NoticeKind.Page, "i5");
        bench.Tell(NoticeKind.Resolve, "i4");
        await bench.PassAsync(TimeSpan.FromMinutes(59), TimeSpan.FromSeconds(30));
        Assert.Equal("i5:Page", chat.Folded);
        Assert.Equal(3, Assert.Single(bench.Ledger.Receivers()).Backlog.Held);

        await bench.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(30));
        var digest = chat.Taken[^1];
        Assert.Equal((2, DeliveryAction.Digest, 3), (chat.Taken.Count, digest.Delivery.Action, digest.TicketCount));
        Assert.Equal(["i1", "i2", "i3"], digest.Tickets.Select(t => t.Incident));

        bench.Tell(NoticeKind.Resolve, "i2");
        await bench.LookAsync();
        Assert.Equal("i2:Resolve", chat.Taken[^1].Delivery is var last ? $"{last.Incident}:{last.Action}" : null);
        Assert.Equal("chat:Ticket:Withdrawn", await bench.StatesAsync("i4"));
    }

    [Fact]
    public async Task Escalation_GoesOnOverARestartAndEndsWithTheAcknowledgement()
    {
        await using var bench = PagingBench.Start("""
            {
                receivers: { pager: { type: webhook, url: 'http://127.0.0.1:9' }, lead: { type: webhook, url: 'http://127.0.0.1:9' }, boss: { type: webhook, url: 'http://127.0.0.1:9' } },
                escalations: { usual: [{ after: 10m, receivers: [lead] }, { after: 30m, receivers: [boss] }] },
                default: { receivers: [pager], escalation: usual },
            }
            """);
        bench.Tell(NoticeKind.Page);
        await bench.PassAsync(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30));
        bench.Restart();
        await bench.PassAsync(TimeSpan.FromMinutes(6), TimeSpan.FromSeconds(30));
        Assert.Equal((1, "i1:Page"), (bench.Receivers["lead"].Taken[0].Delivery.Step, bench.Receivers["lead"].Folded));

        var acknowledged = await bench.Ledger.AcknowledgeAsync("i1", "ann", "on it", TestContext.Current.CancellationToken);
        bench.Restart();
        await bench.PassAsync(TimeSpan.FromMinutes(40), TimeSpan.FromSeconds(30));

        Assert.Equal("ann", acknowledged!.AcknowledgedBy);
        Assert.Empty(bench.Receivers["boss"].Taken);
        Assert.Null(await bench.Ledger.AcknowledgeAsync("i9", "ann", "", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Disk_IsFull_SendsNothingTwiceAndSaysSo()
    {
        await using var bench = PagingBench.Start(TwoReceivers);
        var pager = bench.Receivers["pager"];
        pager.AfterTaking = () => bench.Store.IsFull = true;
        bench.Tell(NoticeKind.Page);
        await bench.LookAsync();
        bench.Tell(NoticeKind.Page, "i2");
        await bench.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal((1, "no space left"), (pager.Taken.Count, bench.Ledger.Trouble));

        (pager.AfterTaking, bench.Store.IsFull) = (() => { }, false);
        await bench.PassAsync(TimeSpan.FromSeconds(2));

        Assert.Equal((2, "i1:Page i2:Page", null), (pager.Taken.Count, pager.Folded, bench.Ledger.Trouble));
    }
}
