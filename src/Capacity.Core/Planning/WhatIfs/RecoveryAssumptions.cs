namespace Capacity.Core.Planning.WhatIfs;

/// <summary>What an estimate of a recovery takes for granted.</summary>
public sealed record RecoveryAssumptions
{
    /// <summary>Gets how long it takes until a lost agent is given up: by default Mesos pings every 15 s and waits for five answers, so 90 s at most.</summary>
    public TimeSpan Detection { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Gets how many tasks all schedulers together start each second.</summary>
    public double StartsPerSecond { get; init; } = 10;

    /// <summary>Gets how many tasks one agent is given each second: Marathon's five for an offer, and Mesos's one offer a second.</summary>
    public double StartsPerSecondAndAgent { get; init; } = 5;

    /// <summary>Gets how long a task takes from its start until it serves: fetching its image and coming up.</summary>
    public TimeSpan StartTime { get; init; } = TimeSpan.FromSeconds(30);
}
