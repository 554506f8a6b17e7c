namespace Capacity.Server.Mail;

/// <summary>A mail, as text and as HTML.</summary>
public sealed record OutgoingMail
{
    /// <summary>Gets the receiver's address; several with commas between.</summary>
    public required string To { get; init; }

    /// <summary>Gets what it is about, in a line.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets it as plain text.</summary>
    public required string Text { get; init; }

    /// <summary>Gets it as HTML that stands alone; <see langword="null"/> for text only.</summary>
    public string? Html { get; init; }

    /// <summary>Gets what makes this mail known from all others: the same each time the same mail is sent, so that mail programs show a repetition once. ASCII letters and digits.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name of the list it belongs to, for the receiver's filters.</summary>
    public required MailList List { get; init; }

    /// <summary>Gets the <see cref="Id"/> of the mail that this one is shown below; <see langword="null"/> where it begins a thread.</summary>
    public string? Thread { get; init; }
}
