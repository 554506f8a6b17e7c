using Capacity.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace Capacity.Server.Api;

/// <summary>Refuses what another site makes a browser send.</summary>
internal sealed class SameOrigin(OwnSite site) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        return site.IsNamedBy(request) && site.IsSenderOf(request)
            ? next(context)
            : ValueTask.FromResult<object?>(TypedResults.Problem("This came from another site; where it came through a proxy, its address is web.address in the configuration.", statusCode: StatusCodes.Status403Forbidden));
    }
}
