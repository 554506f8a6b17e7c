using Capacity.Core.Cluster;

namespace Capacity.Core.Packing.Clusters;

/// <summary>The roles that some agent keeps resources for.</summary>
/// <remarks>A role may use what is kept for itself and for the roles above it; of those the most refined one counts here.</remarks>
/// <param name="roles">The roles.</param>
public sealed class ReservedRoles(IEnumerable<string> roles)
{
    private readonly List<string> roles = [.. roles.Distinct(StringComparer.Ordinal).OrderByDescending(r => r.Length).ThenBy(r => r, StringComparer.Ordinal)];

    /// <summary>Gets the roles, sorted by name.</summary>
    public IReadOnlyList<string> All => [.. roles.Order(StringComparer.Ordinal)];

    /// <summary>Finds whose reservations a task of a role takes.</summary>
    /// <returns>The reservations' role; <see langword="null"/> where there are none for it.</returns>
    public string? PoolOf(string role) => roles.Find(r => Roles.MayUse(role, r));
}
