using Capacity.Server.Pages.Alerts;
using Capacity.Server.Pages.Changes;
using Capacity.Server.Pages.Forecasts;
using Capacity.Server.Pages.Incidents;
using Capacity.Server.Pages.RightSizing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Pages;

/// <summary>The pages, and the files they need, which are inside of the assembly.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/assets/{name}", GetAsset).ExcludeFromDescription();
        DecisionPost.Map(app);
        SilencePost.Map(app);
        IncidentPost.Map(app);
        ChangePost.Map(app);
        PlanPost.Map(app);
        app.MapRazorComponents<Document>();
    }

    /// <summary>Gives people a page where there is none, and machines problem details.</summary>
    public static void UseNotFound(this IApplicationBuilder app)
    {
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.UseWhen(IsForMachines, machines => machines.UseStatusCodePages(context => TypedResults.Problem(statusCode: context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext)));
    }

    /// <summary>A form that was refused is not a page that is missing either, and cannot be asked for again in its place.</summary>
    private static bool IsForMachines(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api")
        || context.Request.Path.StartsWithSegments("/assets")
        || !HttpMethods.IsGet(context.Request.Method);

    private static IResult GetAsset(string name)
    {
        var stream = typeof(PageEndpoints).Assembly.GetManifestResourceStream($"Capacity.Server.Assets.{name}");
        return stream is null ? TypedResults.NotFound() : TypedResults.Stream(stream, Type(name));
    }

    private static string Type(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css",
        ".svg" => "image/svg+xml",
        _ => "text/javascript",
    };
}
