using System.Reflection;
using Microsoft.AspNetCore.Builder;

namespace Capacity.Server.Hosting;

/// <summary>Says on every answer that this service gave it, and in which version: a client that was given another server's address notices.</summary>
public static class ServiceMark
{
    /// <summary>The header; its value is a version such as <c>0.1.0</c>.</summary>
    public const string Header = "Capacity-Version";

    private static readonly string Version = typeof(ServiceMark).Assembly.GetName().Version!.ToString(3);

    internal static void UseServiceMark(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.Headers[Header] = Version;
        return next(context);
    });
}
