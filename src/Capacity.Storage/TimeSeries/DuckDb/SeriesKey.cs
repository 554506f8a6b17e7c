using Capacity.Core.Cluster;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>What the samples of one container have in common.</summary>
internal readonly record struct SeriesKey(string Container, AppKey App, string Agent);
