using Capacity.Server.Checks;
using Capacity.Server.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Api.Checks;

/// <summary>The service's own checks.</summary>
internal static class CheckEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/checks", GetChecks).WithSummary("Every check: how it decides, and of what it says that something is wrong.");

    private static Ok<ChecksDocument> GetChecks(CheckKeeper keeper, ServiceConfiguration configuration) => TypedResults.Ok(ChecksDocument.Of(keeper, configuration));
}
