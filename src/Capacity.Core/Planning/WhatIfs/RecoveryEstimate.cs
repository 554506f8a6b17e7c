namespace Capacity.Core.Planning.WhatIfs;

/// <summary>How long until lost instances run again; those without room do not.</summary>
/// <param name="Detection">Until the loss is known.</param>
/// <param name="Starting">Until the last of them is started.</param>
/// <param name="StartTime">Until the last one serves.</param>
public sealed record RecoveryEstimate(TimeSpan Detection, TimeSpan Starting, TimeSpan StartTime)
{
    /// <summary>Gets all of it.</summary>
    public TimeSpan Total => Detection + Starting + StartTime;

    /// <summary>Estimates a recovery.</summary>
    /// <param name="assumptions">What is taken for granted.</param>
    /// <param name="agentsLost">Whether agents were lost; else instances ended, which schedulers learn at once.</param>
    /// <param name="started">How many instances are started.</param>
    /// <param name="mostOnOneAgent">How many of them on one agent at most.</param>
    /// <returns><see langword="null"/> where nothing is started.</returns>
    public static RecoveryEstimate? Of(RecoveryAssumptions assumptions, bool agentsLost, int started, int mostOnOneAgent)
    {
        ArgumentNullException.ThrowIfNull(assumptions);
        return started == 0 ? null : new(
            agentsLost ? assumptions.Detection : TimeSpan.Zero,
            TimeSpan.FromSeconds(Math.Max(started / assumptions.StartsPerSecond, mostOnOneAgent / assumptions.StartsPerSecondAndAgent)),
            assumptions.StartTime);
    }
}
