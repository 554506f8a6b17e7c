using Capacity.Core.Cluster;

namespace Capacity.Server.RightSizing;

/// <summary>All advice at a time.</summary>
/// <param name="At">When it was computed.</param>
/// <param name="Apps">The apps, the worst first: those that are too small, then the largest saving.</param>
/// <param name="MachinesFreed">The machines that re-packing frees when all advice to shrink is followed; <see langword="null"/> where the workload could not be packed anew.</param>
public sealed record AdviceSet(DateTimeOffset At, IReadOnlyList<AdvisedApp> Apps, int? MachinesFreed)
{
    /// <summary>Finds the advice for an app; <see langword="null"/> where there is none.</summary>
    public AdvisedApp? Find(AppKey app) => Apps.FirstOrDefault(a => a.Advice.App.Key == app);

    /// <summary>Finds apps by their id, of whatever framework.</summary>
    public IReadOnlyList<AdvisedApp> FindAll(string id, string? framework) =>
        [.. Apps.Where(a => a.Advice.App.Key.Id == id && (framework is null || a.Advice.App.Key.Framework == framework))];
}
