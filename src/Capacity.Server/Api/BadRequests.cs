using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Capacity.Server.Api;

/// <summary>Says in problem details what could not be read of a request; the framework alone answers with a bare status.</summary>
internal sealed partial class BadRequests : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException bad)
        {
            return false;
        }

        await TypedResults.Problem(Say(bad.Message), statusCode: bad.StatusCode).ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>Says in our words what the framework says in those of its language.</summary>
    internal static string Say(string message) =>
        Unreadable().Match(message) is { Success: true } unreadable ? $"{Name(unreadable)}: '{unreadable.Groups["value"]}' cannot be read."
        : Absent().Match(message) is { Success: true } absent ? $"{Name(absent)} is missing."
        : message;

    private static string Name(Match match) => match.Groups["name"].Value is [var first, .. var rest] ? $"{char.ToLowerInvariant(first)}{rest}" : "";

    [GeneratedRegex("""^Failed to bind parameter "[^"]* (?<name>\w+)" from "(?<value>.*)"\.$""", RegexOptions.Singleline)]
    private static partial Regex Unreadable();

    [GeneratedRegex("""^Required parameter "[^"]* (?<name>\w+)" was not provided from .*$""")]
    private static partial Regex Absent();
}
