using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Board;

/// <summary>What has to be known of an alert on the board to decide upon it. Small, because there is one for each alert of each request.</summary>
/// <param name="Labels">What it is about.</param>
/// <param name="StartsAt">When it began, by the sender's clock.</param>
/// <param name="EndsAt">Until when it fires, or when it ended, by the sender's clock.</param>
/// <param name="IsFiring">Whether it fires, by this service's judgement.</param>
/// <param name="IsSilenced">Whether somebody keeps it quiet.</param>
public readonly record struct AlertState(LabelSet Labels, DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool IsFiring, bool IsSilenced);
