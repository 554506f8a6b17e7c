using Capacity.Core.TimeSeries;

namespace Capacity.Core.RightSizing.Recording;

/// <summary>What is remembered of a container from one look to the next.</summary>
/// <param name="Last">The last point at which it was read.</param>
/// <param name="StartedAt">When it was seen first, where somebody looked shortly before and it was not there; <see langword="null"/> where it may be older.</param>
internal readonly record struct ContainerTrace(UsagePoint Last, DateTimeOffset? StartedAt);
