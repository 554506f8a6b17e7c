using System.ComponentModel;
using Capacity.Core.RightSizing.Advice;

namespace Capacity.Server.Api.RightSizing;

[Description("What the size of a resource stands on. Amounts are cores or bytes of one instance.")]
internal sealed record EvidenceDocument(
    double Current,
    [property: Description("What is needed, before floors, caps, steps and catalogue.")] double Needed,
    double Recommended,
    [property: Description("The cap that lies below the need, and holds back growth; null where none does.")] double? Cap,
    [property: Description("The hard limit to go with it; null where there is none now.")] double? RecommendedLimit,
    [property: Description("The 99th percentile of the busiest instance; null for memory, where only the maximum counts.")] double? P99,
    [property: Description("The highest use of any instance.")] double? Peak,
    [property: Description("The minute in which that was.")] DateTimeOffset? PeakAt,
    [property: Description("The share of time in which the busiest instance used no more than recommended.")] double? CoveredRatio,
    [property: Description("The risk expected for a week: the share of time above the size for CPU, the probability of a breach for memory.")] double? ExpectedRisk,
    [property: Description("The share of samples at a limit: what lies above it is not known.")] double CensoredRatio)
{
    public static EvidenceDocument? Of(ResourceAdvice? advice) => advice is null
        ? null
        : new(advice.Current, advice.Needed, advice.Recommended, advice.Cap, advice.RecommendedLimit, advice.P99, advice.Peak?.Value, advice.Peak?.At, advice.CoveredRatio, advice.ExpectedRisk, advice.CensoredRatio);
}
