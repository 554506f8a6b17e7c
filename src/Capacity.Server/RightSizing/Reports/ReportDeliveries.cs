using System.Collections.Concurrent;

namespace Capacity.Server.RightSizing.Reports;

/// <summary>How the delivery of reports goes, since the start.</summary>
public sealed class ReportDeliveries
{
    private readonly ConcurrentDictionary<(string Channel, string Outcome), long> attempts = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<ReportTrouble>> troubles = new();

    /// <summary>Gets what is due and was not delivered in the last round.</summary>
    public IReadOnlyList<ReportTrouble> Troubles => [.. troubles.OrderBy(t => t.Key, StringComparer.Ordinal).SelectMany(t => t.Value)];

    /// <summary>Gets how often it was tried, by channel and outcome: <c>delivered</c>, <c>failed</c>, or <c>refused</c> for good.</summary>
    public IReadOnlyDictionary<(string Channel, string Outcome), long> Attempts => attempts;

    internal void Count(string channel, string outcome) => attempts.AddOrUpdate((channel, outcome), 1, (_, before) => before + 1);

    /// <summary>Ends a round of reports of one kind.</summary>
    internal void EndRound(string kind, IReadOnlyList<ReportTrouble> left) => troubles[kind] = left;
}
