using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Board;

/// <summary>What an alert on the board says, to be used again when it is sent again.</summary>
/// <param name="Labels">What it is about.</param>
/// <param name="Annotations">What it says to people.</param>
/// <param name="GeneratorUrl">Where it comes from.</param>
public readonly record struct AlertWords(LabelSet Labels, AnnotationSet Annotations, string GeneratorUrl);
