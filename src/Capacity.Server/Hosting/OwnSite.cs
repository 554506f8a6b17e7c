using System.Net;
using Capacity.Server.Configuration;
using Microsoft.AspNetCore.Http;

namespace Capacity.Server.Hosting;

/// <summary>
/// Knows what another site makes a browser send. Nobody has to say who he is yet; a proxy that asks lets people in at <see cref="ServiceConfiguration.Address"/>, and passes on that
/// name or the one it calls this machine by.
/// </summary>
internal sealed class OwnSite(ServiceConfiguration configuration)
{
    /// <summary>Whether the service was called by a name of its own. A page that is read under another name comes from somebody who had that name answered with this machine's address.</summary>
    public bool IsNamedBy(HttpRequest request)
    {
        var host = request.Host.Host.Trim('[', ']');
        return host == "localhost"
            || string.Equals(host, configuration.Address.Host, StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
    }

    /// <summary>Whether a page sends this, and not a program.</summary>
    public static bool IsFromBrowser(HttpRequest request) => request.Headers.ContainsKey("Origin") || request.Headers.ContainsKey("Sec-Fetch-Site");

    /// <summary>Whether a program sends this, or a page of the service itself.</summary>
    public bool IsSenderOf(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is "" or "same-origin" or "none" && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsOwn(uri, request)));
    }

    private bool IsOwn(Uri origin, HttpRequest request) =>
        origin.Authority == request.Host.Value || Uri.Compare(origin, configuration.Address, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
