using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Paging.Delivering;

/// <summary>When a message that failed is sent again: twice as long after each failure, up to a limit, and not all at the same moment.</summary>
public sealed record RetrySchedule
{
    /// <summary>The standard.</summary>
    public static RetrySchedule Default { get; } = new();

    /// <summary>Gets the time after the first failure. The default is 1 second.</summary>
    public TimeSpan First { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets the longest time between two attempts. The default is 2 minutes.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets how long a message is tried. The default is a day.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Gets the share of the time by which it may be shorter, 0 to 1. The default is 0.5.</summary>
    public double Jitter { get; init; } = 0.5;

    /// <summary>Gets where the randomness begins.</summary>
    public int Seed { get; init; }

    /// <summary>Says how long to wait.</summary>
    /// <param name="key">The message; the same one waits as long in every run.</param>
    /// <param name="attempts">How often it was tried, 1 or more.</param>
    public TimeSpan Delay(string key, int attempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        var whole = Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(2, Math.Min(attempts - 1, 60)));
        return TimeSpan.FromSeconds(whole * (1 - (Jitter * Random(key, attempts))));
    }

    /// <summary>A number in [0, 1) that the message, the attempt and the seed make.</summary>
    private double Random(string key, int attempts)
    {
        var hash = new FingerprintHash();
        hash.Add(FormattableString.Invariant($"{Seed} {key} {attempts}"));

        // The last characters of the text are in the last bits of the hash only; a product spreads them over all.
        var mixed = unchecked(hash.Fingerprint.Value * 0x9E3779B97F4A7C15UL);
        return (mixed >> 11) * Math.ScaleB(1, -53);
    }
}
