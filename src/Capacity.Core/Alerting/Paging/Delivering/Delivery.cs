namespace Capacity.Core.Alerting.Paging.Delivering;

/// <summary>One message to one receiver. It is stored before it is sent, and sent until its receiver took it.</summary>
public sealed record Delivery
{
    /// <summary>Gets what the receiver may know the message again by: the same in every attempt, and no other message's.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the receiver's name.</summary>
    public required string Receiver { get; init; }

    /// <summary>Gets the incident; empty for a digest.</summary>
    public required string Incident { get; init; }

    /// <summary>Gets the sequence of the notice that is told.</summary>
    public required long Sequence { get; init; }

    /// <summary>Gets what is asked.</summary>
    public required DeliveryAction Action { get; init; }

    /// <summary>Gets how far it is.</summary>
    public DeliveryState State { get; init; } = DeliveryState.Waiting;

    /// <summary>Gets when it was decided.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>Gets when it is sent next, or when it is no longer held.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Gets when it was done; <see langword="null"/> while it is not.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Gets how often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>Gets why the last attempt failed, in one line; <see langword="null"/> where none did.</summary>
    public string? LastError { get; init; }

    /// <summary>Gets whether an attempt ended without an answer, so that the receiver may have it nevertheless.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>Gets the step of the escalation, from 1; 0 for what was told at once.</summary>
    public int Step { get; init; }

    /// <summary>Gets the key of the message that another receiver gets in the place of this one; <see langword="null"/> for none.</summary>
    public string? StandIn { get; init; }

    /// <summary>Gets the key of the digest that tells of it; <see langword="null"/> for none.</summary>
    public string? Digest { get; init; }

    /// <summary>Gets who wrote the text; <see langword="null"/> for nobody.</summary>
    public string? By { get; init; }

    /// <summary>Gets a person's text that is passed on; <see langword="null"/> for none.</summary>
    public string? Text { get; init; }

    /// <summary>Gets what the receiver gave for it, so that later messages can be put below it; <see langword="null"/> for nothing.</summary>
    public string? Receipt { get; init; }

    /// <summary>Gets whether it is over, one way or the other.</summary>
    public bool IsDone => State >= DeliveryState.Delivered;

    /// <summary>Gets whether the receiver was told, or may have been.</summary>
    public bool IsTold => State == DeliveryState.Delivered || IsUncertain;

    /// <summary>Gets whether it tells somebody of something new, so that it matters who hears it.</summary>
    public bool IsCall => Action is DeliveryAction.Page or DeliveryAction.Ticket or DeliveryAction.Digest;

    /// <summary>Makes the key of a message that tells of a notice, at once or in a step of an escalation.</summary>
    public static string KeyOf(string incident, long sequence, string receiver, int step = 0) =>
        FormattableString.Invariant($"{incident}-{sequence}-{receiver}{(step > 0 ? $"-step{step}" : "")}");

    /// <summary>Gives it as done.</summary>
    public Delivery Done(DeliveryState state, DateTimeOffset now) => this with { State = state, DoneAt = now };
}
