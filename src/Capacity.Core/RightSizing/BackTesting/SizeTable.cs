using Capacity.Core.RightSizing.Anchors;
using Capacity.Core.RightSizing.Risk;
using Capacity.Core.RightSizing.Sizing;
using Capacity.Core.RightSizing.Summaries;

namespace Capacity.Core.RightSizing.BackTesting;

/// <summary>What every rule would have said of every app at the end of a training window.</summary>
internal static class SizeTable
{
    /// <summary>Asks all rules.</summary>
    /// <param name="log">The history; what lies outside of the window is not looked at.</param>
    /// <param name="from">The first day of the window.</param>
    /// <param name="end">The day after its last.</param>
    /// <param name="own">Our rules; they come first.</param>
    /// <returns>For each app that ran on at least half of the days a size by rule.</returns>
    public static Dictionary<string, Size[]> At(UsageLog log, DateOnly from, DateOnly end, IReadOnlyList<OwnRule> own)
    {
        var sizes = new Dictionary<string, Size[]>(StringComparer.Ordinal);
        var summaries = new List<(string App, UsageSummary Summary)>();
        var length = end.DayNumber - from.DayNumber;
        foreach (var (app, appLog) in log.Apps)
        {
            var days = appLog.Read(from, end);
            if (days.Count * 2 < length)
            {
                continue;
            }

            var summary = UsageSummary.Of(days, end, Math.Max(1, length / 7));
            if (summary.Weeks.Count == 0)
            {
                continue;
            }

            summaries.Add((app, summary));
            var history = new AnchorHistory(days, appLog.Decays, end);
            sizes.Add(app, [.. own.Select(_ => default(Size)), .. AnchorRules.All.Select(rule => rule.Recommend(history))]);
        }

        for (var i = 0; i < own.Count; i++)
        {
            var fleet = Calibrator.Learn([.. summaries.Select(s => s.Summary)], own[i].Targets);
            foreach (var (app, summary) in summaries)
            {
                sizes[app][i] = SizeFinder.Find(summary, fleet);
            }
        }

        return sizes;
    }
}
