using System.ComponentModel;
using Capacity.Core.RightSizing.Advice;

namespace Capacity.Server.Api.RightSizing;

[Description("What the grade stands on.")]
internal sealed record ConfidenceDocument(
    [property: Description("How far to trust it, from A to D.")] string Grade,
    [property: Description("Looks by looks expected, 0 to 1.")] double Coverage,
    [property: Description("The whole weeks seen.")] int FullWeeks,
    [property: Description("Days since the last deploy or change of size; null where there was none.")] int? DaysSinceChange,
    [property: Description("The share of samples at a limit, the higher of CPU and memory, 0 to 1.")] double CensoredRatio)
{
    public static ConfidenceDocument Of(Confidence confidence) =>
        new(confidence.Grade.ToString(), confidence.Coverage, confidence.FullWeeks, confidence.DaysSinceChange, confidence.CensoredRatio);
}
