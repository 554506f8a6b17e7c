namespace Capacity.Core.Alerting.Paging.Delivering;

/// <summary>What the last attempts say of a receiver. After some failures in a row it counts as down: it is left alone, and then asked once.</summary>
public sealed record CircuitBreaker
{
    private const int MostDoublings = 30;

    /// <summary>Nothing is known yet.</summary>
    public static CircuitBreaker Closed { get; } = new();

    /// <summary>Gets the attempts in a row that failed.</summary>
    public int Failures { get; init; }

    /// <summary>Gets when it may be asked again; <see langword="null"/> for now.</summary>
    public DateTimeOffset? RestsUntil { get; init; }

    /// <summary>Gets whether it counts as down.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Gets when it last took a message; <see langword="null"/> for never.</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>Gets when it last failed; <see langword="null"/> for never.</summary>
    public DateTimeOffset? LastFailureAt { get; init; }

    /// <summary>Gets why it last failed, in one line; <see langword="null"/> where it never did.</summary>
    public string? LastError { get; init; }

    /// <summary>Whether it may be asked at a time.</summary>
    public bool Allows(DateTimeOffset now) => RestsUntil is not { } until || now >= until;

    /// <summary>Takes in what came of an attempt.</summary>
    public CircuitBreaker After(SendOutcome outcome, BreakerPolicy policy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return outcome switch
        {
            SendOutcome.Taken => this with { Failures = 0, IsOpen = false, RestsUntil = null, LastSuccessAt = now },

            // It answers; only this message is not to its taste.
            SendOutcome.Refused(var reason) => this with { Failures = 0, IsOpen = false, RestsUntil = null, LastFailureAt = now, LastError = reason },

            // It says itself when it wants more: that is no failure.
            SendOutcome.Failed { RetryAfter: { } pause } failed => this with { RestsUntil = now + pause, LastFailureAt = now, LastError = failed.Reason },
            SendOutcome.Failed failed => Fail(failed.Reason, policy, now),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome."),
        };
    }

    private CircuitBreaker Fail(string reason, BreakerPolicy policy, DateTimeOffset now)
    {
        var failures = Failures + 1;
        var open = failures >= policy.Failures;
        var rest = policy.First * Math.Pow(2, Math.Clamp(failures - policy.Failures, 0, MostDoublings));
        return this with
        {
            Failures = failures,
            IsOpen = open,
            RestsUntil = open ? now + (rest < policy.Longest ? rest : policy.Longest) : null,
            LastFailureAt = now,
            LastError = reason,
        };
    }
}
