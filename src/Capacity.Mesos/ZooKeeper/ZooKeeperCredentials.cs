namespace Capacity.Mesos.ZooKeeper;

/// <summary>A name and password for ZooKeeper's <c>digest</c> scheme. ZooKeeper sends them in clear.</summary>
/// <param name="User">The name; it has no colon.</param>
/// <param name="Password">The password; never written by <see cref="ToString"/>.</param>
public sealed record ZooKeeperCredentials(string User, string Password)
{
    /// <summary>Writes the name and stars for the password.</summary>
    public override string ToString() => $"{User}:***";
}
