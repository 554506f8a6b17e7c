using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Server.Tests.Paging;

/// <summary>The process ends at every step of deciding and sending, and of what comes after.</summary>
public sealed class PagingAfterKillTests
{
    private const string Paging = """
        {
            receivers: { pager: { type: webhook, url: 'http://127.0.0.1:9', updates: false, fallback: mail }, chat: { type: slack, secretFile: SECRET }, mail: { type: email, to: a@example.org } },
            escalations: { usual: [{ after: 2m, receivers: [mail] }] },
            default: { receivers: [pager, chat], escalation: usual },
        }
        """;

    private const int Steps = 12;

    private static readonly string Secret = WriteSecret();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Kill_AtEveryWrite_LosesNoPageAndDoublesNone(bool after)
    {
        for (var kill = 0; kill < Steps; kill++)
        {
            await using var bench = Start();
            (bench.Store.WritesLeft, bench.Store.EndsAfter) = (kill, after);
            await RunAsync(bench);

            Assert.Equal("i1:Page i2:Page i1:Resolve", bench.Receivers["pager"].Folded);
            Assert.Equal("i1:Page i2:Page i1:Update i1:Resolve", bench.Receivers["chat"].Folded);
            Assert.All(bench.Receivers.Values, r => Assert.InRange(r.Taken.Count - r.Taken.DistinctBy(m => m.Delivery.Key).Count(), 0, 1));
        }
    }

    [Theory]
    [InlineData("pager")]
    [InlineData("chat")]
    public async Task Kill_AfterTheReceiverTookAMessage_SendsItAgainUnderItsKey(string killed)
    {
        for (var kill = 0; kill < 3; kill++)
        {
            await using var bench = Start();
            var left = kill;
            bench.Receivers[killed].AfterTaking = () =>
            {
                if (left-- == 0)
                {
                    throw new KilledException();
                }
            };
            await RunAsync(bench);

            Assert.Equal("i1:Page i2:Page i1:Resolve", bench.Receivers["pager"].Folded);
            Assert.Equal(1, bench.Receivers[killed].Taken.Count - bench.Receivers[killed].Taken.DistinctBy(m => m.Delivery.Key).Count());
        }
    }

    [Fact]
    public Task AnyOutcomesAndKills_EveryPageReachesSomebodyAndOnlyThoseHearTheEnd() => Gen.Select(Gen.Int[0, 5].Array[30], Gen.Int[0, 60], Gen.Bool).HoldsAsync(
        async c =>
        {
            var (script, kill, after) = c;
            await using var bench = Start();
            (bench.Store.WritesLeft, bench.Store.EndsAfter) = (kill, after);
            var asked = 0;
            foreach (var receiver in bench.Receivers.Values)
            {
                receiver.Answer = _ => asked < script.Length ? Outcome(script[asked++]) : new SendOutcome.Taken();
            }

            await RunAsync(bench);
            await PassAsync(bench, TimeSpan.FromMinutes(30));

            foreach (var incident in (string[])["i1", "i2"])
            {
                var states = await bench.StatesAsync(incident);
                Assert.True(bench.Receivers.Values.Any(r => Keys(r, incident, DeliveryAction.Page) > 0) || states.Contains(":Page:Refused", StringComparison.Ordinal), states);
                Assert.All(bench.Receivers.Values, r => Assert.InRange(Keys(r, incident, DeliveryAction.Page), 0, 1));
            }

            foreach (var receiver in bench.Receivers.Values)
            {
                var paged = Keys(receiver, "i1", DeliveryAction.Page);
                Assert.InRange(Keys(receiver, "i1", DeliveryAction.Resolve), 0, paged);
            }

            Assert.DoesNotContain("Waiting", await bench.StatesAsync("i1") + await bench.StatesAsync("i2"), StringComparison.Ordinal);
        },
        cases: 40);

    private static SendOutcome Outcome(int choice) => choice switch
    {
        0 => new SendOutcome.Refused("HTTP 400"),
        1 => new SendOutcome.Failed("no answer") { IsUncertain = true },
        2 => new SendOutcome.Failed("HTTP 429") { RetryAfter = TimeSpan.FromSeconds(20) },
        3 => new SendOutcome.Failed("HTTP 500"),
        _ => new SendOutcome.Taken(),
    };

    private static int Keys(ScriptedReceiver receiver, string incident, DeliveryAction action) =>
        receiver.Taken.Where(m => m.Delivery.Incident == incident && m.Delivery.Action == action).Select(m => m.Delivery.Key).Distinct().Count();

    private static PagingBench Start() => PagingBench.Start(Paging.Replace("SECRET", Secret, StringComparison.Ordinal));

    private static string WriteSecret()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "https://hooks.example.org/secret");
        return file;
    }

    /// <summary>Two incidents, one with its end, and whoever kills.</summary>
    private static async Task RunAsync(PagingBench bench)
    {
        bench.Tell(NoticeKind.Page);
        bench.Tell(NoticeKind.Page, "i2");
        await PassAsync(bench, TimeSpan.FromSeconds(5));
        bench.Tell(NoticeKind.Update);
        await PassAsync(bench, TimeSpan.FromSeconds(5));
        bench.Tell(NoticeKind.Resolve);
        await PassAsync(bench, TimeSpan.FromSeconds(5));
    }

    private static async Task PassAsync(PagingBench bench, TimeSpan time)
    {
        for (var end = bench.Clock.GetUtcNow() + time; bench.Clock.GetUtcNow() < end;)
        {
            try
            {
                await bench.PassAsync(TimeSpan.FromSeconds(time.TotalSeconds > 60 ? 20 : 1), TimeSpan.FromSeconds(time.TotalSeconds > 60 ? 20 : 1));
            }
            catch (KilledException)
            {
                bench.Store.WritesLeft = null;
                bench.Restart();
            }
        }
    }
}
