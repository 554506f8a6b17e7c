namespace Capacity.Core.Alerting.Paging.Delivering;

/// <summary>What came of one attempt: <see cref="Taken"/>, <see cref="Failed"/> or <see cref="Refused"/>.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The receiver has it.</summary>
    /// <param name="Receipt">What later messages are put below; <see langword="null"/> for nothing.</param>
    public sealed record Taken(string? Receipt = null) : SendOutcome;

    /// <summary>The receiver has it not, or did not say; it may take it later.</summary>
    /// <param name="Reason">Why, in one line.</param>
    public sealed record Failed(string Reason) : SendOutcome
    {
        /// <summary>Gets whether there was no answer to what was sent: the receiver may have it nevertheless.</summary>
        public bool IsUncertain { get; init; }

        /// <summary>Gets how long the receiver wants to be left alone; <see langword="null"/> where it did not say.</summary>
        public TimeSpan? RetryAfter { get; init; }
    }

    /// <summary>The receiver will never take this message.</summary>
    /// <param name="Reason">Why, in one line.</param>
    public sealed record Refused(string Reason) : SendOutcome;
}
