using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Board;

/// <summary>An alert as somebody sent it.</summary>
/// <param name="Labels">What it is about; one label or more.</param>
/// <param name="Annotations">What it says to people.</param>
/// <param name="GeneratorUrl">Where it comes from; empty where nobody said.</param>
/// <param name="StartsAt">When it began by the sender's clock; <see langword="null"/> where the sender did not say.</param>
/// <param name="EndsAt">
/// Until when it fires unless it is sent again, or when it ended, by the sender's clock; <see langword="null"/> where the sender did not say.
/// </param>
public readonly record struct PostedAlert(LabelSet Labels, AnnotationSet Annotations, string GeneratorUrl, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt);
