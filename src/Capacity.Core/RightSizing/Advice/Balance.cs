using Capacity.Core.RightSizing.Policies;
using Capacity.Core.RightSizing.Summaries;

namespace Capacity.Core.RightSizing.Advice;

/// <summary>Works out where the window's allocation went, and what changing it saves.</summary>
internal static class Balance
{
    private const double MicroCores = 1e6;
    private const double Kibibytes = 1.0 / 1024;

    public static Recommendation Of(Recommendation advice, UsageSummary window, RightSizingPolicy policy)
    {
        var (cpu, memory) = (default(Account), default(Account));
        foreach (var day in window.Days)
        {
            cpu += Account.Of(day.CpuRequested * MicroCores, advice.Cpu!.Recommended * MicroCores, (day.CpuMean ?? 0) * MicroCores, day.InstanceHours);
            memory += Account.Of(day.MemoryRequested * Kibibytes, advice.Memory!.Recommended * Kibibytes, (day.MemoryMean ?? 0) * Kibibytes, day.InstanceHours);
        }

        var (now, count) = (advice.App.Instances, advice.Count!.Recommended);
        var size = policy.Prices.PerHour(advice.Cpu!.Recommended, advice.Memory!.Recommended);
        var sizeNow = policy.Prices.PerHour(advice.App.Cpus, advice.App.Memory);
        return advice with
        {
            CpuAccount = cpu,
            MemoryAccount = memory,
            SizeSavingPerHour = now * (sizeNow - size),
            CountSavingPerHour = (now - count) * sizeNow,
            SavingPerHour = (now * sizeNow) - (count * size),
        };
    }
}
