using System.Globalization;
using Microsoft.AspNetCore.Builder;

namespace Capacity.Server.Hosting;

/// <summary>Dates every answer by the clock of the service, which may be another than the machine's: clients that count from now count from there.</summary>
internal static class ServiceDate
{
    public static void UseServiceDate(this IApplicationBuilder app, TimeProvider time) => app.Use((context, next) =>
    {
        context.Response.Headers.Date = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        return next(context);
    });
}
