using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Capacity.Server.Api;

/// <summary>What the OpenAPI document says of an endpoint that answers in more than one format.</summary>
internal static class Descriptions
{
    /// <summary>Answers <typeparamref name="T"/> as JSON, the same as CSV, or a problem.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> problems)
    {
        endpoint.Produces<T>(StatusCodes.Status200OK, "application/json", "text/csv").ProducesProblem(StatusCodes.Status400BadRequest);
        foreach (var status in problems)
        {
            endpoint.ProducesProblem(status);
        }

        return endpoint;
    }
}
