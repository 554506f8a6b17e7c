namespace Capacity.Core.TimeSeries;

/// <summary>The cluster or a zone over time.</summary>
/// <param name="Group">Which.</param>
/// <param name="Buckets">One for each bucket of the range, gaps included.</param>
public sealed record GroupSeries(GroupKey Group, IReadOnlyList<GroupBucket> Buckets);
