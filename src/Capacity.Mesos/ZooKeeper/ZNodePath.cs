namespace Capacity.Mesos.ZooKeeper;

internal static class ZNodePath
{
    /// <summary>Says whether the text is an absolute path that ZooKeeper would take: no empty, <c>.</c> or <c>..</c> part.</summary>
    public static bool IsValid(string path) =>
        path == "/" || (path.StartsWith('/') && path[1..].Split('/').All(IsValidName));

    /// <summary>Says whether the text may name a child.</summary>
    public static bool IsValidName(string name) =>
        name.Length > 0 && name is not ("." or "..") && !name.Contains('/', StringComparison.Ordinal) && !name.Any(char.IsControl);

    public static string Join(string parent, string child) => parent == "/" ? "/" + child : $"{parent}/{child}";

    /// <summary>Says whether the path is <paramref name="root"/> or below it.</summary>
    public static bool IsWithin(string path, string root) =>
        root == "/" || path == root || path.StartsWith(root + "/", StringComparison.Ordinal);
}
