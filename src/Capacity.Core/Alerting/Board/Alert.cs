using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Silences;

namespace Capacity.Core.Alerting.Board;

/// <summary>An alert at one moment. The sender's times are merged as Alertmanager does it; beside them stands what this service's own clock says.</summary>
public sealed record Alert
{
    /// <summary>Gets what it is about, which is also its identity.</summary>
    public required LabelSet Labels { get; init; }

    /// <summary>Gets what it says to people.</summary>
    public AnnotationSet Annotations { get; init; } = AnnotationSet.Empty;

    /// <summary>Gets where it comes from; empty where nobody said.</summary>
    public string GeneratorUrl { get; init; } = "";

    /// <summary>Gets when it began, by the sender's clock.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Gets until when it fires, or when it ended, by the sender's clock.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Gets whether <see cref="EndsAt"/> is only how long this service waits to hear of it again.</summary>
    public bool IsTimeout { get; init; }

    /// <summary>Gets when it last arrived here.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>Gets when it arrived here first since it was last not firing.</summary>
    public required DateTimeOffset FirstArrivedAt { get; init; }

    /// <summary>Gets whether it fires, by this service's judgement.</summary>
    public bool IsFiring => Claims.IsLive;

    /// <summary>Gets what its senders say of it.</summary>
    public ClaimList Claims { get; init; } = ClaimList.None;

    /// <summary>Gets who sent it first.</summary>
    public string Sender { get; init; } = "";

    /// <summary>Gets the silences that keep it quiet, the next to end first; empty where it is not silenced.</summary>
    public IReadOnlyList<Silence> SilencedBy { get; init; } = [];

    /// <summary>Gets its name.</summary>
    public AlertFingerprint Fingerprint => Labels.Fingerprint;

    /// <summary>Whether it is in lists: it fires by the sender's times, as in Alertmanager, or the sender's clock is known to be slow.</summary>
    public bool IsListed(DateTimeOffset now) => EndsAt >= now || Claims.IsLiveByASlowClock;
}
