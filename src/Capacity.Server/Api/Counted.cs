using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Capacity.Server.Api;

/// <summary>An answer with rows of a table, and in <c>X-Total-Count</c> how many there are.</summary>
internal sealed class Counted(IResult answer, int total) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers["X-Total-Count"] = total.ToString(CultureInfo.InvariantCulture);
        return answer.ExecuteAsync(httpContext);
    }
}
