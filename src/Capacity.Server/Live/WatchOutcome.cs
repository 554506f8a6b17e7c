using Capacity.Core.Scanning;

namespace Capacity.Server.Live;

/// <summary>What came of one collection: <see cref="Seen"/> or <see cref="Blind"/>.</summary>
public abstract record WatchOutcome
{
    private WatchOutcome()
    {
    }

    /// <summary>The cluster was read; what could not be is said in the report.</summary>
    /// <param name="Report">The report.</param>
    public sealed record Seen(ScanReport Report) : WatchOutcome;

    /// <summary>There was nobody to ask.</summary>
    /// <param name="Reason">Why, in one line.</param>
    public sealed record Blind(string Reason) : WatchOutcome;
}
