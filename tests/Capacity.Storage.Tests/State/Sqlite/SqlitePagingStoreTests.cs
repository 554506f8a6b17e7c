using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Storage.State.Sqlite;
using Capacity.Storage.Tests.Recordings;
using Microsoft.Extensions.Time.Testing;

namespace Capacity.Storage.Tests.State.Sqlite;

public sealed class SqlitePagingStoreTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_Everything_IsReadAsItWasAfterARestart()
    {
        using var folder = new TempFolder();
        var incident = new PagedIncident
        {
            Incident = "i1",
            Cluster = "east",
            LastSequence = 7,
            LastAt = Noon,
            TicketSequence = 3,
            PageSequence = 5,
            PagedAt = Noon,
            ToldAt = Noon.AddSeconds(1),
            Escalation = "usual",
            Steps = 2,
            NextStepAt = Noon.AddMinutes(5),
            AcknowledgedAt = Noon.AddMinutes(1),
            AcknowledgedBy = "ann",
            ResolvedAt = Noon.AddMinutes(2),
        };
        var delivery = Delivery("i1", 5, "pager") with
        {
            Action = DeliveryAction.Note,
            State = DeliveryState.Waiting,
            DueAt = Noon.AddSeconds(9),
            DoneAt = Noon.AddSeconds(10),
            Attempts = 3,
            LastError = "HTTP 500",
            IsUncertain = true,
            Step = 2,
            StandIn = "other",
            Digest = "digest",
            By = "ann",
            Text = "ä",
            Receipt = "1.2",
        };
        var note = new IncidentNote("i1", 1, NoteKind.Acknowledgement, Noon, "ann", "on it");
        using (var state = await OpenAsync(folder))
        {
            await state.Paging.WriteAsync([new() { Incident = incident with { Steps = 0 }, Added = [delivery], Position = 6 }, new() { Incident = incident, Note = note, Position = 7 }], Token);
        }

        using var again = await OpenAsync(folder);
        var file = await again.Paging.ReadFileAsync("i1", Token);
        Assert.Equal((7, incident, delivery), (await again.Paging.ReadPositionAsync(Token), file.Incident, Assert.Single(file.Deliveries)));
        Assert.Equal(note, Assert.Single(await again.Paging.ReadNotesAsync("i1", Token)));
    }

    [Fact]
    public async Task Write_KeyThatIsThere_IsNotAddedAgain()
    {
        using var folder = new TempFolder();
        using var state = await OpenAsync(folder);
        var delivered = Delivery("i1", 1, "pager").Done(DeliveryState.Delivered, Noon);
        await state.Paging.WriteAsync([new() { Added = [Delivery("i1", 1, "pager")] }, new() { Changed = [delivered] }, new() { Added = [Delivery("i1", 1, "pager")] }], Token);

        Assert.Equal(delivered, Assert.Single(await state.Paging.ReadDeliveriesAsync("i1", Token)));
    }

    [Fact]
    public async Task ReadNext_PagesFirstAndEachIncidentInOrder()
    {
        using var folder = new TempFolder();
        using var state = await OpenAsync(folder);
        var update = Delivery("i1", 2, "pager") with { Action = DeliveryAction.Update };
        Delivery[] all =
        [
            Delivery("i3", 1, "pager") with { Action = DeliveryAction.Ticket },
            Delivery("i1", 1, "pager") with { DueAt = Noon.AddMinutes(1) },
            update,
            Delivery("i2", 3, "pager"),
            Delivery("i2", 4, "chat"),
        ];
        await state.Paging.WriteAsync([new() { Added = all }], Token);

        Assert.Equal(["i2-3-pager", "i3-1-pager"], await SendAsync(state, "pager", Noon));
        Assert.Equal(["i1-1-pager", "i1-2-pager"], await SendAsync(state, "pager", Noon.AddMinutes(1)));
        Assert.Equal(["chat 1 0"], (await state.Paging.ReadBacklogsAsync(Token)).Select(b => $"{b.Receiver} {b.Waiting} {b.Held}"));
    }

    [Fact]
    public async Task ReadOpen_AndDrop_TakeTicketsForOverWhenNothingIsNew()
    {
        using var folder = new TempFolder();
        using var state = await OpenAsync(folder);
        PagedIncident Incident(string id, long? page, DateTimeOffset last, DateTimeOffset? resolved = null) =>
            new() { Incident = id, Cluster = "east", LastSequence = 1, LastAt = last, PageSequence = page, ResolvedAt = resolved };
        foreach (var incident in (PagedIncident[])[Incident("old-page", 1, Noon.AddDays(-3)), Incident("old-ticket", null, Noon.AddDays(-3)), Incident("ticket", null, Noon), Incident("over", 1, Noon, Noon)])
        {
            await state.Paging.WriteAsync([new() { Incident = incident, Added = [Delivery(incident.Incident, 1, "am").Done(DeliveryState.Delivered, Noon)] }], Token);
        }

        Assert.Equal(["old-page", "ticket"], (await state.Paging.ReadOpenAsync("am", Noon.AddDays(-1), 10, Token)).Select(i => i.Incident).Order());
        Assert.Empty(await state.Paging.ReadOpenAsync("pager", Noon.AddDays(-1), 10, Token));
        Assert.Equal(1, await state.Paging.DropBeforeAsync(Noon.AddDays(-1), Token));
        Assert.Empty(await state.Paging.ReadDeliveriesAsync("old-ticket", Token));
        Assert.Equal(2, await state.Paging.DropBeforeAsync(Noon.AddTicks(10), Token));
    }

    private static async Task<List<string>> SendAsync(SqliteState state, string receiver, DateTimeOffset now)
    {
        List<string> sent = [];
        while (await state.Paging.ReadNextAsync(receiver, now, Token) is { } next)
        {
            sent.Add(next.Key);
            await state.Paging.WriteAsync([new() { Changed = [next.Done(DeliveryState.Delivered, now)] }], Token);
        }

        return sent;
    }

    private static Delivery Delivery(string incident, long sequence, string receiver) => new()
    {
        Key = $"{incident}-{sequence}-{receiver}",
        Receiver = receiver,
        Incident = incident,
        Sequence = sequence,
        Action = DeliveryAction.Page,
        PlannedAt = Noon,
        DueAt = Noon,
    };

    private static async Task<SqliteState> OpenAsync(TempFolder folder) =>
        Assert.IsType<StateOpening.Opened>(await SqliteState.OpenAsync(Path.Combine(folder.Path, "state.db"), new FakeTimeProvider(Noon), Token)).State;
}
