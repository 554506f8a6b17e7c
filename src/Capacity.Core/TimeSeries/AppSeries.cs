using Capacity.Core.Cluster;

namespace Capacity.Core.TimeSeries;

/// <summary>What an app used over time.</summary>
/// <param name="App">The app.</param>
/// <param name="Range">The range that was asked for.</param>
/// <param name="Buckets">One for each bucket of the range, gaps included.</param>
public sealed record AppSeries(AppKey App, SeriesRange Range, IReadOnlyList<UsageBucket> Buckets);
