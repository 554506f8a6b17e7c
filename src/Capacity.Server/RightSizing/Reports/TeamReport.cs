using System.ComponentModel;
using Capacity.Core.RightSizing.Advice;

namespace Capacity.Server.RightSizing.Reports;

/// <summary>What a team is told once a week.</summary>
internal sealed record TeamReport
{
    public required string Cluster { get; init; }

    public required string Team { get; init; }

    [Description("When the advice was computed.")]
    public required DateTimeOffset At { get; init; }

    [Description("What money is called; empty for units of no currency.")]
    public required string Currency { get; init; }

    public required int Apps { get; init; }

    [Description("What they cost a month of 730 hours.")]
    public required double CostPerMonth { get; init; }

    [Description("What following the advice would save a month; never more than the cost. What the team snoozed or rejected is not in it.")]
    public required double SavingPerMonth { get; init; }

    [Description("What is saved a month since accepted advice was followed.")]
    public required double RealisedPerMonth { get; init; }

    [Description("What to do, the worst first: apps that are too small, then the largest saving.")]
    public required IReadOnlyList<TeamReportLine> Lines { get; init; }

    [Description("Apps whose advice the team snoozed or rejected.")]
    public required int PutAside { get; init; }

    /// <summary>Makes a team's report; <see langword="null"/> where it owns nothing.</summary>
    public static TeamReport? Of(AdviceSet set, string team, string cluster, string currency, DateTimeOffset now)
    {
        var apps = set.Apps.Where(a => a.Advice.App.Team == team).ToList();
        if (apps.Count == 0)
        {
            return null;
        }

        var asked = apps.Where(a => a.Decision?.Hides(now) != true).ToList();
        return new()
        {
            Cluster = cluster,
            Team = team,
            At = set.At,
            Currency = currency,
            Apps = apps.Count,
            CostPerMonth = apps.Sum(a => a.Advice.CostPerHour) * Amounts.HoursPerMonth,
            SavingPerMonth = asked.Sum(a => a.SavingPerHour) * Amounts.HoursPerMonth,
            RealisedPerMonth = apps.Sum(a => a.RealisedPerHour ?? 0) * Amounts.HoursPerMonth,
            Lines = [.. asked.Where(a => a.Advice.IsOverProvisioned || a.Advice.Verdict == Verdict.TooSmall).Select(TeamReportLine.Of)],
            PutAside = apps.Count - asked.Count,
        };
    }
}
