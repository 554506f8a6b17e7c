using System.ComponentModel;
using Capacity.Core.RightSizing.Advice;
using Capacity.Core.RightSizing.Tracking;

namespace Capacity.Server.RightSizing.Reports;

/// <summary>One app in a team's report.</summary>
internal sealed record TeamReportLine(
    string Framework,
    string Id,
    Verdict Verdict,
    [property: Description("What it has, for people.")] string Now,
    [property: Description("What it should have, for people.")] string Advised,
    double SavingPerMonth,
    string Grade,
    [property: Description("Why, in plain words, the weightiest first.")] IReadOnlyList<string> Why,
    [property: Description("The owner's last word; null for none.")] DecisionKind? Decision)
{
    public static TeamReportLine Of(AdvisedApp app) => new(
        app.Advice.App.Key.Framework,
        app.Advice.App.Key.Id,
        app.Advice.Verdict,
        Amounts.Of(Shape.Now(app.Advice.App)),
        Amounts.Of(Shape.Advised(app.Advice)),
        app.SavingPerHour * Amounts.HoursPerMonth,
        app.Advice.Confidence.Grade.ToString(),
        [.. app.Advice.Reasons.Select(r => ReasonWords.Of(r, app.Advice))],
        app.Decision?.Kind);
}
