namespace Capacity.Server.Mail;

/// <summary>What came of sending a mail: <see cref="Sent"/>, <see cref="Refused"/>, <see cref="Failed"/> or <see cref="Unavailable"/>.</summary>
public abstract record MailOutcome
{
    private MailOutcome()
    {
    }

    /// <summary>The server took it, and answers for it from here on.</summary>
    public sealed record Sent : MailOutcome;

    /// <summary>The server does not take this mail, and will not take it later (5xx).</summary>
    /// <param name="Reason">Why, in one line.</param>
    public sealed record Refused(string Reason) : MailOutcome;

    /// <summary>This mail was not taken; it may be later. After a time-out the server may have it nevertheless.</summary>
    /// <param name="Reason">Why, in one line.</param>
    public sealed record Failed(string Reason) : MailOutcome;

    /// <summary>The server could not be spoken to: no mail would be taken now.</summary>
    /// <param name="Reason">Why, in one line.</param>
    public sealed record Unavailable(string Reason) : MailOutcome;
}
