namespace Capacity.Core.Alerting.Context;

/// <summary>Something that is known besides alerts: announced by people and tools, or seen in Mesos and Marathon.</summary>
public abstract record ContextEvent
{
    private ContextEvent()
    {
    }

    /// <summary>Gets from when on it may have been so, where it was seen some time later; <see langword="null"/> where it was said at once.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>A change of some machines begins; each has a time of its own, which <see cref="TargetBegan"/> opens.</summary>
    /// <param name="Change">Its id.</param>
    /// <param name="Kind">What it does, such as <c>master_update</c>.</param>
    /// <param name="Targets">The machines.</param>
    /// <param name="Expected">How long one machine may take; <see langword="null"/> for the policy's.</param>
    /// <param name="Grace">What is allowed beyond; <see langword="null"/> for the policy's.</param>
    public sealed record ChangeStarted(string Change, string Kind, IReadOnlyList<string> Targets, TimeSpan? Expected, TimeSpan? Grace) : ContextEvent
    {
        /// <summary>The kind of a change that nobody announced, and that was seen.</summary>
        public const string Observed = "observed";
    }

    /// <summary>A change is over.</summary>
    public sealed record ChangeFinished(string Change) : ContextEvent;

    /// <summary>A change takes one machine.</summary>
    public sealed record TargetBegan(string Change, string Host) : ContextEvent;

    /// <summary>A change has given one machine back; <paramref name="Succeeded"/> is what its tool says.</summary>
    public sealed record TargetEnded(string Change, string Host, bool Succeeded) : ContextEvent;

    /// <summary>Mesos has a window of maintenance for machines; one of the same start is the same, with another length.</summary>
    public sealed record MaintenanceScheduled(IReadOnlyList<string> Machines, DateTimeOffset Start, TimeSpan Duration) : ContextEvent
    {
        /// <summary>What windows of maintenance are called as a change.</summary>
        public const string Change = "maintenance";

        /// <summary>The length of a window whose end nobody said: longer than any that is planned.</summary>
        public static readonly TimeSpan Endless = TimeSpan.FromDays(36_500);
    }

    /// <summary>Mesos has a window of maintenance no more: machines were given back, or it was called off.</summary>
    public sealed record MaintenanceLifted(IReadOnlyList<string> Machines, DateTimeOffset Start) : ContextEvent;

    /// <summary>A machine was taken down in Mesos.</summary>
    public sealed record MachineTakenDown(string Host) : ContextEvent;

    /// <summary>A machine was given back in Mesos.</summary>
    public sealed record MachineBroughtUp(string Host) : ContextEvent;

    /// <summary>Nobody leads: the masters, or a Marathon where <paramref name="IsMarathon"/>.</summary>
    public sealed record LeaderLost(bool IsMarathon) : ContextEvent;

    /// <summary>Somebody leads again.</summary>
    public sealed record LeaderElected(bool IsMarathon) : ContextEvent;

    /// <summary>The leading master cannot reach an agent.</summary>
    public sealed record AgentUnreachable(string Host) : ContextEvent;

    /// <summary>An agent has registered again.</summary>
    public sealed record AgentReregistered(string Host) : ContextEvent;

    /// <summary>Marathon has deployed an app.</summary>
    public sealed record Deployed(string App) : ContextEvent;
}
