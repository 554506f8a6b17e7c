using System.ComponentModel;
using System.IO.Enumeration;
using Capacity.Core.RightSizing.Advice;
using Capacity.Server.RightSizing;

namespace Capacity.Server.Api.RightSizing;

/// <summary>Which recommendations are asked for.</summary>
internal sealed record RecommendationQuery
{
    private static readonly string[] Verdicts = [.. Enum.GetValues<Verdict>().Select(Words.Of)];
    private static readonly string[] Decisions = ["open", "accepted", "snoozed", "rejected"];
    private static readonly string[] Sorts = ["worst", "saving", "cost", "app", "team"];

    [Description("Only those of this team; empty for those that nobody owns.")]
    public string? Team { get; init; }

    [Description("Only those whose id is like this; * stands for anything: /shop/*.")]
    public string? App { get; init; }

    [Description("Only those of this framework, by its name.")]
    public string? Framework { get; init; }

    [Description("Only those with this verdict, such as tooBig or tooSmall.")]
    public string? Verdict { get; init; }

    [Description("Only those with this decision: accepted, snoozed, rejected; open for those that wait for one.")]
    public string? Decision { get; init; }

    [Description("worst (the usual one: too small first, then the largest saving), saving, cost, app or team.")]
    public string? Sort { get; init; }

    /// <summary>Gets what is wrong with it; <see langword="null"/> for nothing.</summary>
    public string? Fault => Check("verdict", Verdict, Verdicts) ?? Check("decision", Decision, Decisions) ?? Check("sort", Sort, Sorts);

    /// <summary>Takes what was asked for.</summary>
    public IEnumerable<AdvisedApp> Of(IReadOnlyList<AdvisedApp> apps, DateTimeOffset now)
    {
        var wanted = apps.Where(a => (Team is null || (a.Advice.App.Team ?? "") == Team)
            && (App is null || FileSystemName.MatchesSimpleExpression(App, a.Advice.App.Key.Id))
            && (Framework is null || a.Advice.App.Key.Framework == Framework)
            && (Verdict is null || Words.Of(a.Advice.Verdict) == Verdict)
            && (Decision is null || Decision == (a.Decision is { } d && d.Stands(now) ? Words.Of(d.Kind) : "open")));
        return Sort switch
        {
            "saving" => wanted.OrderByDescending(a => a.SavingPerHour),
            "cost" => wanted.OrderByDescending(a => a.Advice.CostPerHour),
            "app" => wanted.OrderBy(a => a.Advice.App.Key.Id, StringComparer.Ordinal),
            "team" => wanted.OrderBy(a => a.Advice.App.Team, StringComparer.Ordinal).ThenByDescending(a => a.SavingPerHour),
            _ => wanted,
        };
    }

    private static string? Check(string name, string? value, string[] words) =>
        value is null || words.Contains(value) ? null : $"{name}: '{value}' is none of {string.Join(", ", words)}.";
}
