using Microsoft.AspNetCore.Http;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>Why a request is not done.</summary>
/// <param name="Status">The status of the answer.</param>
/// <param name="Code">The code in the answer; <see langword="null"/> where the answer is the message alone.</param>
/// <param name="Message">What is wrong, in the words of Alertmanager where it has any.</param>
internal sealed record Refusal(int Status, int? Code, string Message)
{
    private const int WrongFormat = 601;
    private const int Missing = 602;
    private const int TooFew = 612;

    /// <summary>The body is no JSON, or not of the right kind.</summary>
    /// <param name="parameter">What the body is called.</param>
    /// <param name="reason">What is wrong with it.</param>
    public static Refusal Unreadable(string parameter, string reason) =>
        new(StatusCodes.Status400BadRequest, StatusCodes.Status400BadRequest, $"parsing {parameter} body from \"\" failed, because {reason}");

    public static Refusal Required(string field) => new(StatusCodes.Status422UnprocessableEntity, Missing, $"{field} in body is required");

    public static Refusal AtLeastOne(string field) => new(StatusCodes.Status422UnprocessableEntity, TooFew, $"{field} in body should have at least 1 items");

    /// <summary>A value has the wrong form.</summary>
    public static Refusal NotOfType(string field, string place, string type, string value) =>
        new(StatusCodes.Status422UnprocessableEntity, WrongFormat, $"{field} in {place} must be of type {type}: \"{value}\"");

    /// <summary>What is asked for can't be done.</summary>
    public static Refusal Because(int status, string reason) => new(status, null, reason);
}
