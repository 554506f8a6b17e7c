using System.Collections.Concurrent;

namespace Capacity.Server.RightSizing.Reports;

/// <summary>How the delivery of reports goes, since the start.</summary>
public sealed class ReportDeliveries
{
    private readonly ConcurrentDictionary<(string Channel, string Outcome), long> attempts = new();
    private volatile IReadOnlyList<ReportTrouble> troubles = [];

    /// <summary>Gets what is due and was not delivered in the last round.</summary>
    public IReadOnlyList<ReportTrouble> Troubles => troubles;

    /// <summary>Gets how often it was tried, by channel and outcome: <c>delivered</c>, <c>failed</c>, or <c>refused</c> for good.</summary>
    public IReadOnlyDictionary<(string Channel, string Outcome), long> Attempts => attempts;

    internal void Count(string channel, string outcome) => attempts.AddOrUpdate((channel, outcome), 1, (_, before) => before + 1);

    internal void EndRound(IReadOnlyList<ReportTrouble> left) => troubles = left;
}
