using Microsoft.AspNetCore.Http;

namespace Capacity.Server.Pages.Parts;

/// <summary>Sends the browser on with a GET after a form, so that renewing the page sends nothing again.</summary>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
