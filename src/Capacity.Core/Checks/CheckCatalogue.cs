using Capacity.Core.Checks.Rules;

namespace Capacity.Core.Checks;

/// <summary>All checks there are.</summary>
public static class CheckCatalogue
{
    /// <summary>Gets them: causes first, the service itself last.</summary>
    public static IReadOnlyList<CheckRule> All { get; } =
    [
        .. MasterRules.All, .. RegistryRules.All, .. ZooKeeperRules.All, .. ZNodeRules.All, .. DomainRules.All, .. AgentRules.All,
        .. FrameworkRules.All, .. MarathonRules.All, .. AppRules.All, .. CapacityRules.All, .. ServiceRules.All,
    ];
}
