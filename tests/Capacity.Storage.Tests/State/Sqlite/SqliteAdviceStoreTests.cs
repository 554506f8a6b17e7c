using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Tracking;
using Capacity.Storage.State.Sqlite;
using Capacity.Storage.Tests.Recordings;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace Capacity.Storage.Tests.State.Sqlite;

public sealed class SqliteAdviceStoreTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NoteDelivery_OfOneReceiver_IsNotThatOfAnother()
    {
        using var folder = new TempFolder();
        using var state = Open(folder, Migrations.Read());

        await state.Advice.NoteDeliveryAsync("web", "webhook", Noon.AddDays(-7), Token);
        await state.Advice.NoteDeliveryAsync("web", "webhook", Noon, Token);

        Assert.Equal(Noon, await state.Advice.ReadDeliveryAsync("web", "webhook", Token));
        Assert.Null(await state.Advice.ReadDeliveryAsync("web", "mailto:web@example.org", Token));
        Assert.Null(await state.Advice.ReadDeliveryAsync("pay", "webhook", Token));
    }

    [Fact]
    public async Task NoteSpreads_SeveralOnADay_KeepsTheMostAndForgetsOldDays()
    {
        using var folder = new TempFolder();
        using var state = Open(folder, Migrations.Read());
        var web = new AppKey("marathon", "/web");
        var today = DateOnly.FromDateTime(Noon.UtcDateTime);
        DomainSpread old = new(web, today.AddDays(-DomainSpread.Days), true, 5), yesterday = new(web, today.AddDays(-1), true, 3), hosts = new(web, today, false, 9);
        await state.Advice.NoteSpreadsAsync([old, yesterday], Token);
        await state.Advice.NoteSpreadsAsync([yesterday with { Domains = 2 }, hosts], Token);

        Assert.Equal([yesterday, hosts], (await state.Advice.ReadSpreadsAsync(today.AddDays(-30), Token)).OrderBy(s => s.Day));
        Assert.Equal([hosts], await state.Advice.ReadSpreadsAsync(today, Token));
    }

    [Fact]
    public async Task ReadDelivery_WrittenBeforeThereWereReceivers_WentToTheWebhook()
    {
        using var folder = new TempFolder();
        var steps = Migrations.Read();
        using (var old = Open(folder, [.. steps.TakeWhile(s => !s.Name.EndsWith("_report_receivers.sql", StringComparison.Ordinal))]))
        {
            using var connection = old.Connect();
            connection.Execute("INSERT INTO report_delivery VALUES ('web', @us)", new { us = Noon.ToUnixTimeMilliseconds() * 1000 });
        }

        using var state = Open(folder, steps);

        Assert.Equal(Noon, await state.Advice.ReadDeliveryAsync("web", "webhook", Token));
    }

    private static SqliteState Open(TempFolder folder, IReadOnlyList<Migration> steps) =>
        Assert.IsType<StateOpening.Opened>(SqliteState.Open(folder.File("state.db"), new FakeTimeProvider(Noon), steps)).State;
}
