using Microsoft.AspNetCore.Http;

namespace Capacity.Server.Pages;

/// <summary>Answers a form: sends the browser on with a GET, so that renewing the page does nothing again.</summary>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
