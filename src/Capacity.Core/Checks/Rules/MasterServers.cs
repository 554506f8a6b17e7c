using Capacity.Core.Cluster;

namespace Capacity.Core.Checks.Rules;

/// <summary>The masters that were asked, and what came of it.</summary>
internal static class MasterServers
{
    /// <summary>Every master that was asked.</summary>
    public static IReadOnlyList<HostPort> Asked(ClusterSnapshot picture) => [.. Silences.Addresses(picture, SourceKind.Master)];

    /// <summary>How many masters have to be there.</summary>
    public static int Quorum(int masters) => (masters / 2) + 1;
}
