using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Capacity.Server.Hosting;

/// <summary>Answers HEAD wherever GET is answered: probes and <c>curl -I</c> ask so. The server leaves the body out.</summary>
internal static class HeadRequests
{
    public static void UseHeadAsGet(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method) && !IsAlertmanagers(context.Request.Path.Value ?? ""))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    });

    /// <summary>Alertmanager's paths, below a prefix or not, answer HEAD as Alertmanager does.</summary>
    private static bool IsAlertmanagers(string path) => path.Contains("/-/", StringComparison.Ordinal) || path.Contains("/api/v2/", StringComparison.Ordinal);
}
