using System.ComponentModel;
using Capacity.Core.RightSizing.Advice;
using Capacity.Core.RightSizing.Tracking;
using Capacity.Server.RightSizing;

namespace Capacity.Server.Api.RightSizing;

internal sealed record TeamDocument(
    [property: Description("The team; null for the apps that nobody owns.")] string? Team,
    int Apps,
    [property: Description("How many of them are larger or more than they have to be.")] int OverProvisioned,
    int TooSmall,
    [property: Description("What they cost an hour.")] double CostPerHour,
    [property: Description("What following the advice saves an hour; never more than the cost.")] double SavingPerHour,
    [property: Description("What is saved an hour since accepted advice was followed.")] double RealisedPerHour,
    [property: Description("The share of the allocated CPU that could be taken away, 0 to 1; null where nothing was allocated.")] double? CpuWasteRatio,
    [property: Description("The share of the allocated memory that could be taken away.")] double? MemoryWasteRatio,
    int Accepted,
    int Snoozed,
    int Rejected)
{
    public static IReadOnlyList<TeamDocument> Of(AdviceSet set, DateTimeOffset now)
    {
        var byTeam = set.Apps.ToLookup(a => a.Advice.App.Team);
        return [.. GroupAccount.ByTeam(set.Apps.Select(a => a.Advice)).Select(g => Of(g, [.. byTeam[g.Team]], now))];
    }

    private static TeamDocument Of(GroupAccount sums, AdvisedApp[] apps, DateTimeOffset now)
    {
        int Decided(DecisionKind kind) => apps.Count(a => a.Decision?.Kind == kind && a.Decision.Stands(now));
        return new(
            sums.Team,
            sums.Apps,
            sums.OverProvisioned,
            sums.TooSmall,
            sums.CostPerHour,
            sums.SavingPerHour,
            apps.Sum(a => a.RealisedPerHour ?? 0),
            Ratio(sums.Cpu),
            Ratio(sums.Memory),
            Decided(DecisionKind.Accepted),
            Decided(DecisionKind.Snoozed),
            Decided(DecisionKind.Rejected));
    }

    private static double? Ratio(Account account) => account.Allocated > 0 ? (double)account.Waste / account.Allocated : null;
}
