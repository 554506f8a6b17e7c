namespace Capacity.Core.Alerting.Correlation;

/// <summary>What one sender says of one alert. Clocks of senders are compared only with themselves.</summary>
public sealed class SenderView
{
    /// <summary>Gets or sets who says it.</summary>
    public required string Sender { get; set; }

    /// <summary>Gets or sets the start of the episode it speaks of, by its clock.</summary>
    public DateTimeOffset StartsAt { get; set; }

    /// <summary>Gets or sets the latest end it has promised for this episode, by its clock.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>Gets or sets when the last copy of this episode came, by our clock; later where the board says that the next one may come later than the lease.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>Gets or sets when its first copy came, if that was over by our clock already; <see langword="null"/> where it was not.</summary>
    public DateTimeOffset? DoubtedAt { get; set; }

    /// <summary>Gets or sets whether it says that the alert fires.</summary>
    public bool IsFiring { get; set; }

    /// <summary>Takes one more copy. A copy is the end only if its end has come and is no later than what was promised: a promise that moves on is an alert that fires.</summary>
    internal void Take(AlertDelivery copy, TimeSpan lease)
    {
        if (copy.StartsAt < StartsAt)
        {
            return; // An old episode, delivered late.
        }

        var end = copy.EndsAt ?? copy.ReceivedAt + lease;
        if (copy.StartsAt > StartsAt)
        {
            StartsAt = copy.StartsAt;
            IsFiring = end > copy.ReceivedAt;
            EndsAt = end;
        }
        else if (end > EndsAt)
        {
            IsFiring = true;
            EndsAt = end;
        }
        else if (end <= copy.ReceivedAt)
        {
            IsFiring = false;
        }

        SeenAt = copy.ReceivedAt;
    }
}
