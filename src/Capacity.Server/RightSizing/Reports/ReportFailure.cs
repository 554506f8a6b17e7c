namespace Capacity.Server.RightSizing.Reports;

/// <summary>Why a report was not delivered.</summary>
/// <param name="Reason">In one line.</param>
internal sealed record ReportFailure(string Reason)
{
    /// <summary>Gets a value indicating whether it is of no use to try again.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Gets a value indicating whether all other reports would fail as well that go the same way.</summary>
    public bool IsOfTheWay { get; init; }
}
