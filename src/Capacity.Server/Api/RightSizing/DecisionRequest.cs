using System.ComponentModel;

namespace Capacity.Server.Api.RightSizing;

internal sealed record DecisionRequest(
    [property: Description("Why, in the owner's words; at most 1,000 characters.")] string? Reason,
    [property: Description("When a snooze ends; 30 days from now where neither this nor for is given. For snooze only.")] DateTimeOffset? Until,
    [property: Description("How long a snooze holds by the service's clock, such as 3d, in the place of until.")] string? For)
{
    public const int LongestReason = 1000;
}
