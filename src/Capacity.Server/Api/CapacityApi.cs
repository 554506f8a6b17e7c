using System.Text.Json;
using System.Text.Json.Serialization;
using Capacity.Server.Api.Forecasts;
using Capacity.Server.Api.Checks;
using Capacity.Server.Api.Incidents;
using Capacity.Server.Api.Live;
using Capacity.Server.Api.Packing;
using Capacity.Server.Api.Paging;
using Capacity.Server.Api.Planning;
using Capacity.Server.Api.Reviewing;
using Capacity.Server.Api.RightSizing;
using Capacity.Server.Api.Scan;
using Capacity.Server.Api.Series;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Server.Api;

/// <summary>The REST interface, <c>/api/v1</c>, and its OpenAPI document, <c>/openapi/v1.json</c>.</summary>
internal static class CapacityApi
{
    public static IServiceCollection AddCapacityApi(this IServiceCollection services) => services
        .AddSingleton<SeriesSubjects>()
        .AddExceptionHandler<BadRequests>()
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true)
        .AddOpenApi(options => options.AddDocumentTransformer<DocumentNames>())
        .ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new UtcTimeConverter());
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        });

    public static void MapCapacityApi(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi();
        LiveEndpoints.Map(app.MapGroup("/api/v1").WithTags("Now"));
        SeriesEndpoints.Map(app.MapGroup("/api/v1").WithTags("Over time"));
        RecommendationEndpoints.Map(app.MapGroup("/api/v1").WithTags("Right-sizing"));
        PackingEndpoints.Map(app.MapGroup("/api/v1").WithTags("Packing"));
        PackingSeriesEndpoints.Map(app.MapGroup("/api/v1").WithTags("Packing"));
        PlanningEndpoints.Map(app.MapGroup("/api/v1").WithTags("Planning"));
        ReviewEndpoints.Map(app.MapGroup("/api/v1").WithTags("Alerts"));
        ForecastEndpoints.Map(app.MapGroup("/api/v1").WithTags("Planning"));
        PagingEndpoints.Map(app.MapGroup("/api/v1").WithTags("Paging"));
        CheckEndpoints.Map(app.MapGroup("/api/v1").WithTags("Checks"));
        ReportEndpoints.Map(app.MapGroup("/api/v1").WithTags("Right-sizing"));
        ChangeEndpoints.Map(app.MapGroup("/api/v1").WithTags("Incidents"));
        IncidentEndpoints.Map(app.MapGroup("/api/v1").WithTags("Incidents"));
    }
}
