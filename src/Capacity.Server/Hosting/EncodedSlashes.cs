using Microsoft.AspNetCore.Builder;

namespace Capacity.Server.Hosting;

/// <summary>Names in addresses may have slashes: ids of apps do, and so have incidents of apps. Routing leaves <c>%2F</c> in what it found; here it becomes the slash that it stands for.</summary>
internal static class EncodedSlashes
{
    private const string Encoded = "%2F";

    /// <summary>Goes after routing.</summary>
    public static void UseEncodedSlashes(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var found = context.Request.RouteValues;
        foreach (var (name, value) in found.ToList())
        {
            if (value is string text && text.Contains(Encoded, StringComparison.OrdinalIgnoreCase))
            {
                found[name] = text.Replace(Encoded, "/", StringComparison.OrdinalIgnoreCase);
            }
        }

        return next(context);
    });
}
