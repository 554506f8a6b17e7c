using System.Net;
using Microsoft.AspNetCore.Http;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>
/// Refuses what a page of somebody else makes a browser send. Nobody has to say who he is yet; a page reaches this service only by a name that its owner
/// had answered with this machine's address. Programs, and browsers behind a proxy on this machine, call it by its own.
/// </summary>
internal static class OwnHost
{
    public static bool Allows(HttpRequest request)
    {
        var isBrowser = request.Headers.ContainsKey("Origin") || request.Headers.ContainsKey("Sec-Fetch-Site");
        var host = request.Host.Host.Trim('[', ']');
        return !isBrowser || host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
    }
}
