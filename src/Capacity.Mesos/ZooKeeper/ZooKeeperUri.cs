using Capacity.Core.Cluster;

namespace Capacity.Mesos.ZooKeeper;

/// <summary>An address such as Mesos takes it: <c>zk://user:pass@host:port,host:port/path</c>.</summary>
/// <param name="Servers">The servers of one ensemble, in the order given, each once; at least one.</param>
/// <param name="Path">The absolute path without a slash at its end; <c>/</c> where none is given.</param>
/// <param name="Credentials">The name and password; <see langword="null"/> where none is given.</param>
public sealed record ZooKeeperUri(IReadOnlyList<HostPort> Servers, string Path, ZooKeeperCredentials? Credentials)
{
    /// <summary>The port of a server that is given without one.</summary>
    public const int DefaultPort = 2181;

    private const string Prefix = "zk://";

    /// <summary>Reads an address. As in Mesos, the path begins at the first slash and the servers after the last <c>@</c>.</summary>
    /// <returns>The address, or <see langword="null"/> where the text is none.</returns>
    public static ZooKeeperUri? TryParse(string? text)
    {
        var trimmed = text?.Trim();
        if (trimmed is null || !trimmed.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = trimmed[Prefix.Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var authority = slash < 0 ? rest : rest[..slash];
        var path = slash < 0 ? "/" : rest[slash..];
        path = path.Length > 1 && path.EndsWith('/') ? path[..^1] : path;
        var at = authority.LastIndexOf('@');
        var credentials = at < 0 ? null : ParseCredentials(authority[..at]);
        if (!ZNodePath.IsValid(path) || (at >= 0 && credentials is null))
        {
            return null;
        }

        var servers = authority[(at + 1)..].Split(',', StringSplitOptions.TrimEntries).Select(ParseServer).ToList();
        return servers.Contains(null) ? null : new([.. servers.OfType<HostPort>().Distinct()], path, credentials);
    }

    /// <summary>Writes the address without the password.</summary>
    public override string ToString() =>
        $"{Prefix}{(Credentials is null ? "" : Credentials + "@")}{string.Join(',', Servers)}{Path}";

    private static ZooKeeperCredentials? ParseCredentials(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 ? null : new(text[..colon], text[(colon + 1)..]);
    }

    private static HostPort? ParseServer(string text)
    {
        var lastColon = text.LastIndexOf(':');
        var hasPort = lastColon >= 0 && lastColon > text.LastIndexOf(']');
        return HostPort.TryParse(hasPort ? text : $"{text}:{DefaultPort}");
    }
}
