using System.Text.Json.Serialization;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Core.Alerting.Correlation;

/// <summary>One alert as the correlator knows it.</summary>
public sealed class TrackedAlert
{
    /// <summary>Gets what it is about.</summary>
    [JsonConverter(typeof(LabelSetConverter))]
    public required LabelSet Labels { get; init; }

    /// <summary>Gets or sets what its senders say.</summary>
    public List<SenderView> Senders { get; set; } = [];

    /// <summary>Gets or sets whether it fires.</summary>
    public bool IsFiring { get; set; }

    /// <summary>Gets or sets whether it fires and somebody has silenced it: it counts for nothing until that ends.</summary>
    public bool IsSilenced { get; set; }

    /// <summary>Gets or sets when we first heard of this episode.</summary>
    public DateTimeOffset FiredAt { get; set; }

    /// <summary>Gets or sets when it began, as far as its sender's clock can be believed.</summary>
    public DateTimeOffset Began { get; set; }

    /// <summary>Gets or sets since when it counts as a machine that is gone without an explanation; <see langword="null"/> where it does not.</summary>
    public DateTimeOffset? GoneSince { get; set; }

    /// <summary>Gets or sets the start its sender gave.</summary>
    public DateTimeOffset StartsAt { get; set; }

    /// <summary>Gets or sets whether it was delivered long after its start, when we heard of it first.</summary>
    public bool IsLate { get; set; }

    /// <summary>Gets or sets how often it began to fire.</summary>
    public int Episodes { get; set; }

    /// <summary>Gets or sets what became of it.</summary>
    public Verdict Verdict { get; set; }

    /// <summary>Gets or sets why, in one line.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Gets or sets when it is decided upon again; <see langword="null"/> where nothing is open.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>Gets or sets the incident it belongs to.</summary>
    public string? Incident { get; set; }

    [JsonIgnore]
    internal AlertSubject Subject { get; set; } = null!;

    internal DateTimeOffset SeenAt => Senders.Max(s => s.SeenAt);
}
