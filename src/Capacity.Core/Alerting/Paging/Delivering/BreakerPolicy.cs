namespace Capacity.Core.Alerting.Paging.Delivering;

/// <summary>When a receiver counts as down, and for how long it is left alone then.</summary>
public sealed record BreakerPolicy
{
    /// <summary>The standard.</summary>
    public static BreakerPolicy Default { get; } = new();

    /// <summary>Gets how many attempts in a row have to fail. The default is 5.</summary>
    public int Failures { get; init; } = 5;

    /// <summary>Gets how long it is left alone at first; each time it fails again, twice as long. The default is 15 seconds.</summary>
    public TimeSpan First { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets the longest that it is left alone. The default is 2 minutes.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(2);
}
