using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Hosting;

/// <summary>
/// <c>/healthz</c>: the process answers, and a restart would mend nothing. <c>/readyz</c>: there is something to show. Both say
/// what is wrong, one line each; being degraded is no reason to be taken out of service.
/// </summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", (ServiceHealth health) => TypedResults.Text(Lines(health))).ExcludeFromDescription();
        app.MapGet("/readyz", (ServiceHealth health) => health.NotReady() is { } reason
            ? Results.Text($"not ready: {reason}\n", statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text(Lines(health))).ExcludeFromDescription();
    }

    private static string Lines(ServiceHealth health) =>
        health.Faults() is { Count: > 0 } faults ? string.Concat(faults.Select(f => $"degraded: {f}\n")) : "ok\n";
}
