namespace Capacity.Core.RightSizing.Advice;

/// <summary>The sums over the apps of a team, or of the cluster.</summary>
/// <param name="Team">The team; <see langword="null"/> for apps without an owner, and for the whole cluster.</param>
/// <param name="Apps">The apps.</param>
/// <param name="OverProvisioned">How many of them are flagged.</param>
/// <param name="TooSmall">How many of them are too small.</param>
/// <param name="Cpu">Where their CPU went, in millionths of a core for an hour.</param>
/// <param name="Memory">Where their memory went, in KiB for an hour.</param>
/// <param name="CostPerHour">What they cost an hour.</param>
/// <param name="SavingPerHour">What the advice for flagged apps saves an hour.</param>
public sealed record GroupAccount(
    string? Team, int Apps, int OverProvisioned, int TooSmall, Account Cpu, Account Memory, double CostPerHour, double SavingPerHour)
{
    /// <summary>Sums up apps.</summary>
    public static GroupAccount Of(string? team, IReadOnlyCollection<Recommendation> apps)
    {
        ArgumentNullException.ThrowIfNull(apps);
        return new(
            team,
            apps.Count,
            apps.Count(a => a.IsOverProvisioned),
            apps.Count(a => a.Verdict == Verdict.TooSmall),
            apps.Aggregate(default(Account), (sum, a) => sum + a.CpuAccount),
            apps.Aggregate(default(Account), (sum, a) => sum + a.MemoryAccount),
            apps.Sum(a => a.CostPerHour),
            apps.Where(a => a.IsOverProvisioned).Sum(a => Math.Max(0, a.SavingPerHour)));
    }

    /// <summary>Sums up each team's apps, the largest saving first; apps without an owner are a line of their own.</summary>
    public static IReadOnlyList<GroupAccount> ByTeam(IEnumerable<Recommendation> apps) =>
        [.. apps.GroupBy(a => a.App.Team).Select(g => Of(g.Key, [.. g])).OrderByDescending(g => g.SavingPerHour).ThenBy(g => g.Team, StringComparer.Ordinal)];
}
