using Capacity.Server.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Hosting;

/// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: it has seen its cluster.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", () => TypedResults.Text("ok\n")).ExcludeFromDescription();
        app.MapGet("/readyz", (ClusterWatch watch) => watch.Latest is null
            ? Results.Text("no collection yet\n", statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text("ok\n")).ExcludeFromDescription();
    }
}
