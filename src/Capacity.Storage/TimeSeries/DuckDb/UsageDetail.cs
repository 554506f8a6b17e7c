namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>What an answer tells apart.</summary>
internal enum UsageDetail
{
    /// <summary>All instances of an app together.</summary>
    App,

    /// <summary>Each instance.</summary>
    Instance,
}
