using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Core.Scanning;

/// <summary>One app in a scan.</summary>
/// <param name="Key">The app.</param>
/// <param name="Team">The owner by label <c>team</c>, else <c>owner</c>; <see langword="null"/> for none.</param>
/// <param name="Instances">Its containers.</param>
/// <param name="Requested">What is allocated to them, without what agents add for command executors.</param>
/// <param name="Usage">What they use.</param>
/// <param name="ThrottledRatio">The worst instance's share of enforcement periods in which it was held back; <see langword="null"/> where nobody counts.</param>
/// <param name="MemoryKills">Instances killed for their memory, as far back as agents and Marathon remember; <see langword="null"/> where nobody may say.</param>
/// <param name="Waste">The larger of the wasted shares of the cluster's CPU and memory, 0 to 1: what apps are sorted by.</param>
public sealed record AppFigures(
    AppKey Key,
    string? Team,
    int Instances,
    ResourceVector Requested,
    UsageFigures Usage,
    double? ThrottledRatio,
    int? MemoryKills,
    double Waste);
