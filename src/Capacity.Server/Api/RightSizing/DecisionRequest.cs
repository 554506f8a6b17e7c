using System.ComponentModel;

namespace Capacity.Server.Api.RightSizing;

internal sealed record DecisionRequest(
    [property: Description("Why, in the owner's words; at most 1,000 characters.")] string? Reason,
    [property: Description("When a snooze ends; 30 days from now where it is not given. For snooze only.")] DateTimeOffset? Until)
{
    public const int LongestReason = 1000;
}
