using Microsoft.AspNetCore.Http;

namespace Capacity.Server.Pages.Parts;

/// <summary>Says that what a page is about does not exist: the answer is 404, with the page that says what is missing.</summary>
internal static class Missing
{
    /// <summary>Says so when the answer begins: a page that did so at once would be drawn as one that is no page at all.</summary>
    /// <param name="context">The request; <see langword="null"/> where there is none.</param>
    public static void Say(HttpContext? context) => context?.Response.OnStarting(() =>
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
