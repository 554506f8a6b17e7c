namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>What an answer tells apart.</summary>
internal enum UsageDetail
{
    /// <summary>All instances of an app together.</summary>
    App,

    /// <summary>Each instance.</summary>
    Instance,

    /// <summary>Each instance, with what it takes to name the largest: of the newest samples their mean, for whatever is made of them bucket by bucket costs as much as all days before.</summary>
    Ranking,
}
