using Capacity.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>Maps paths that say themselves which methods they know.</summary>
internal sealed class AlertmanagerRoutes(IEndpointRouteBuilder app, string prefix, ReadLimit reads, OwnSite site)
{
    /// <summary>Maps a path of the interface.</summary>
    /// <param name="path">The path, below the prefix.</param>
    /// <param name="methods">What is done for each method.</param>
    public void Add(string path, params (string Method, RequestDelegate Handle)[] methods) => app
        .Map(prefix + path, context => HandleAsync(context, methods))
        .ExcludeFromDescription();

    /// <summary>Maps everything else below a path: there is nothing.</summary>
    public void AddRest(string path) => app
        .Map($"{prefix}{path}/{{**rest}}", context => RefuseAsync(context, StatusCodes.Status404NotFound, $"path {context.Request.Path} was not found"))
        .ExcludeFromDescription();

    /// <summary>Maps a path of the operator's, which answers in plain text.</summary>
    public void AddPlain(string path, RequestDelegate handle, params string[] methods) => app
        .Map(
            prefix + path,
            context =>
            {
                Answer.Prepare(context);
                return methods.Contains(context.Request.Method) ? handle(context) : NotAllowedAsync(context);
            })
        .ExcludeFromDescription();

    private static Task RefuseAsync(HttpContext context, int status, string message)
    {
        Answer.Prepare(context);
        return Answer.RefuseAsync(context, new(status, status, message));
    }

    private static Task NotAllowedAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("Method Not Allowed\n", context.RequestAborted);
    }

    private async Task HandleAsync(HttpContext context, (string Method, RequestDelegate Handle)[] methods)
    {
        var method = context.Request.Method;
        if (Array.Find(methods, m => m.Method == method).Handle is not { } handle)
        {
            var known = string.Join(',', methods.Select(m => m.Method));
            context.Response.Headers.Allow = known;
            await RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, $"method {method} is not allowed, but [{known}] are");
            return;
        }

        Answer.Prepare(context);
        if (OwnSite.IsFromBrowser(context.Request) && !site.IsNamedBy(context.Request))
        {
            await Answer.RefuseAsync(context, Refusal.Because(StatusCodes.Status403Forbidden, "this came from another site"));
        }
        else if (!HttpMethods.IsGet(method))
        {
            await handle(context);
        }
        else
        {
            await ReadAsync(context, handle);
        }
    }

    private async Task ReadAsync(HttpContext context, RequestDelegate handle)
    {
        if (!reads.TryEnter())
        {
            await Answer.RefuseAsync(context, Refusal.Because(StatusCodes.Status503ServiceUnavailable, $"Limit of concurrent GET requests reached ({ReadLimit.Most}), try again later."));
            return;
        }

        try
        {
            await handle(context);
        }
        finally
        {
            reads.Leave();
        }
    }
}
