namespace Capacity.Core.Alerting.Board;

/// <summary>What one sender says of an alert, told from what others say by its beginning: no two senders see an alert begin at the same moment.</summary>
/// <param name="StartsAt">The beginning, by the sender's clock; <see langword="null"/> for senders that do not say.</param>
/// <param name="EndsAt">The latest end that was claimed, by the sender's clock.</param>
/// <param name="ArrivedAt">When this service was told so, by its own clock.</param>
/// <param name="IsLive">Whether it says that the alert fires.</param>
/// <param name="SteadyInThePast">
/// How many ends in a row lay in the past when they arrived, and moved on like this service's clock: with 2 or more, the sender's clock is slow.
/// </param>
public readonly record struct Claim(DateTimeOffset? StartsAt, DateTimeOffset EndsAt, DateTimeOffset ArrivedAt, bool IsLive, int SteadyInThePast)
{
    /// <summary>Gets whether the sender's clock is known to be slow.</summary>
    public bool IsOfASlowClock => SteadyInThePast >= 2;
}
