using System.Net;
using Microsoft.AspNetCore.Http;

namespace Capacity.Server.Api.RightSizing;

/// <summary>Refuses what another site makes a browser send. Nobody has to say who he is yet, so being on this machine is all there is to check.</summary>
internal sealed class SameOrigin : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => IsOwn(context.HttpContext.Request)
        ? next(context)
        : ValueTask.FromResult<object?>(TypedResults.Problem("This came from another site.", statusCode: StatusCodes.Status403Forbidden));

    /// <summary>A name that is not this machine's may be one that another site had answered with this machine's address.</summary>
    internal static bool IsOwn(HttpRequest request)
    {
        var host = request.Host.Host.Trim('[', ']');
        var local = host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return local
            && site is "" or "same-origin" or "none"
            && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value));
    }
}
