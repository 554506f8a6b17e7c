using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Capacity.Core.Cluster;

/// <summary>A host name or address, and a port.</summary>
/// <param name="Host">A DNS name or an IP address, lower case, IPv6 without brackets.</param>
/// <param name="Port">From 1 to 65535.</param>
public readonly record struct HostPort(string Host, int Port)
{
    /// <summary>Reads <c>host:port</c>, <c>[v6]:port</c>, or a libprocess id such as <c>slave(1)@10.0.0.7:5051</c>.</summary>
    /// <returns>The address, or <see langword="null"/> where the text is none.</returns>
    public static HostPort? TryParse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var address = text[(text.LastIndexOf('@') + 1)..];
        var colon = address.LastIndexOf(':');
        if (colon <= 0 || !int.TryParse(address.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
        {
            return null;
        }

        var host = address[..colon].Trim('[', ']').ToLowerInvariant();
        return Uri.CheckHostName(host) == UriHostNameType.Unknown ? null : new(host, port);
    }

    /// <summary>Takes the host and port of an absolute address.</summary>
    public static HostPort Of(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return new(uri.IdnHost.Trim('[', ']').ToLowerInvariant(), uri.Port);
    }

    /// <summary>Writes <c>host:port</c>, an IPv6 host in brackets.</summary>
    public override string ToString() =>
        IPAddress.TryParse(Host, out var ip) && ip.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
