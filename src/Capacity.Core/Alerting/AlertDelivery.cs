using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting;

/// <summary>One copy of one alert, as somebody sent it.</summary>
/// <param name="ReceivedAt">When it came, by our clock.</param>
/// <param name="Labels">What it is about.</param>
/// <param name="StartsAt">When it began to fire, by the sender's clock.</param>
/// <param name="EndsAt">When it ended or will have to be sent again, by the sender's clock; <see langword="null"/> where the sender does not say.</param>
/// <param name="Sender">Who sent it; copies of one sender are compared with each other.</param>
public readonly record struct AlertDelivery(DateTimeOffset ReceivedAt, LabelSet Labels, DateTimeOffset StartsAt, DateTimeOffset? EndsAt, string Sender);
