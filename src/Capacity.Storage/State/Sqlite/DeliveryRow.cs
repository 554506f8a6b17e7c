using Capacity.Core.Alerting.Paging.Delivering;

namespace Capacity.Storage.State.Sqlite;

/// <summary>A row of the table <c>delivery</c>.</summary>
internal sealed class DeliveryRow
{
    public const string Columns = """
        key, receiver, incident, sequence, action, state, planned_us AS Planned, due_us AS Due, done_us AS DoneUs, attempts, last_error AS LastError,
        is_uncertain AS IsUncertain, step, stand_in AS StandIn, digest, author, text, receipt
        """;

    public string Key { get; init; } = "";

    public string Receiver { get; init; } = "";

    public string Incident { get; init; } = "";

    public long Sequence { get; init; }

    public string Action { get; init; } = "";

    public long Rank { get; init; }

    public string State { get; init; } = "";

    public long Planned { get; init; }

    public long Due { get; init; }

    public long? DoneUs { get; init; }

    public long Attempts { get; init; }

    public string? LastError { get; init; }

    public long IsUncertain { get; init; }

    public long Step { get; init; }

    public string? StandIn { get; init; }

    public string? Digest { get; init; }

    public string? Author { get; init; }

    public string? Text { get; init; }

    public string? Receipt { get; init; }

    public static DeliveryRow Of(Delivery delivery) => new()
    {
        Key = delivery.Key,
        Receiver = delivery.Receiver,
        Incident = delivery.Incident,
        Sequence = delivery.Sequence,
        Action = delivery.Action.ToString(),
        Rank = delivery.Action == DeliveryAction.Page ? 0 : 1,
        State = delivery.State.ToString(),
        Planned = delivery.PlannedAt.ToMicroseconds(),
        Due = delivery.DueAt.ToMicroseconds(),
        DoneUs = delivery.DoneAt?.ToMicroseconds(),
        Attempts = delivery.Attempts,
        LastError = delivery.LastError,
        IsUncertain = delivery.IsUncertain ? 1 : 0,
        Step = delivery.Step,
        StandIn = delivery.StandIn,
        Digest = delivery.Digest,
        Author = delivery.By,
        Text = delivery.Text,
        Receipt = delivery.Receipt,
    };

    public Delivery ToDelivery() => new()
    {
        Key = Key,
        Receiver = Receiver,
        Incident = Incident,
        Sequence = Sequence,
        Action = Enum.Parse<DeliveryAction>(Action),
        State = Enum.Parse<DeliveryState>(State),
        PlannedAt = Moments.ToTime(Planned),
        DueAt = Moments.ToTime(Due),
        DoneAt = DoneUs is long done ? Moments.ToTime(done) : null,
        Attempts = (int)Attempts,
        LastError = LastError,
        IsUncertain = IsUncertain != 0,
        Step = (int)Step,
        StandIn = StandIn,
        Digest = Digest,
        By = Author,
        Text = Text,
        Receipt = Receipt,
    };
}
