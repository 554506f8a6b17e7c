namespace Capacity.Core.Cluster;

/// <summary>How Mesos roles relate; they form a tree, written <c>a/b</c>.</summary>
public static class Roles
{
    /// <summary>The role of resources that everybody may use.</summary>
    public const string Any = "*";

    /// <summary>Says whether a task of <paramref name="role"/> may use what is reserved for <paramref name="reservedFor"/>: its own role or one above it.</summary>
    public static bool MayUse(string role, string reservedFor)
    {
        ArgumentNullException.ThrowIfNull(role);
        ArgumentNullException.ThrowIfNull(reservedFor);
        return role == reservedFor || (role.StartsWith(reservedFor, StringComparison.Ordinal) && role[reservedFor.Length] == '/');
    }
}
