using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Server.Configuration;
using Capacity.Server.Paging.Receivers;

namespace Capacity.Server.Tests.Paging.Receivers;

/// <summary>Messages and settings as tests of receivers need them.</summary>
internal static class Messages
{
    public static DateTimeOffset Noon { get; } = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Makes a message of incident <c>i1</c>; what follows the first has that as its first.</summary>
    public static IncidentMessage Of(DeliveryAction action, Func<IncidentNotice, IncidentNotice>? change = null, string? receipt = null, string? text = null)
    {
        var notices = new NoticeList();
        var first = notices.Add(action == DeliveryAction.Ticket ? NoticeKind.Ticket : NoticeKind.Page, Noon, change: change);
        var isFirst = action is DeliveryAction.Page or DeliveryAction.Ticket;
        var notice = isFirst ? first : notices.Add(action == DeliveryAction.Resolve ? NoticeKind.Resolve : NoticeKind.Update, Noon.AddMinutes(9), change: n => (change?.Invoke(n) ?? n) with { OpenedAt = Noon, Zone = "c" });
        return new()
        {
            Pages = new("https://capacity.test/"),
            Notice = notice,
            Paged = first.Kind == NoticeKind.Page ? first : null,
            Ticketed = first.Kind == NoticeKind.Ticket ? first : null,
            Delivery = Delivery(action, notice.Sequence) with { By = text is null ? null : "ann", Text = text },
            First = isFirst ? null : Delivery(DeliveryAction.Page, 1) with { Receipt = receipt },
        };
    }

    /// <summary>Makes a digest of some tickets.</summary>
    public static IncidentMessage Digest(int tickets)
    {
        var notices = new NoticeList();
        var all = Enumerable.Range(1, tickets).Select(i => notices.Add(NoticeKind.Ticket, Noon, $"i{i}")).ToList();
        return new()
        {
            Pages = new("https://capacity.test/"),
            Notice = all[^1],
            Tickets = [.. all.Take(IncidentMessage.MostTickets)],
            TicketCount = tickets,
            Delivery = Delivery(DeliveryAction.Digest, tickets) with { Incident = "digest-r-1" },
        };
    }

    /// <summary>Reads the settings of a receiver <c>r</c>.</summary>
    public static ReceiverSettings Settings(string receiver, string? secret = null)
    {
        var file = secret is null ? null : Path.GetTempFileName();
        if (file is not null)
        {
            File.WriteAllText(file, secret);
        }

        var yaml = $"{{ cluster: {{ masters: [a] }}, paging: {{ receivers: {{ r: {{ {receiver}{(file is null ? "" : $", secretFile: '{file}'")} }} }}, default: {{ receivers: [r] }} }} }}";
        var outcome = ConfigurationLoader.Read(yaml);
        return Assert.IsType<ConfigurationOutcome.Loaded>(outcome).Configuration.Paging.Receivers.Single();
    }

    private static Delivery Delivery(DeliveryAction action, long sequence) => new()
    {
        Key = $"i1-{sequence}-r",
        Receiver = "r",
        Incident = "i1",
        Sequence = sequence,
        Action = action,
        PlannedAt = Noon,
        DueAt = Noon,
    };
}
