using System.Net;
using System.Text.RegularExpressions;
using Capacity.Server.Tests.AlertmanagerApi;

namespace Capacity.Server.Tests.Pages.Alerts;

/// <summary>Reads pages and sends their forms as a browser without JavaScript does.</summary>
internal static partial class PageForms
{
    /// <summary>Reads a page.</summary>
    public static async Task<string> PageAsync(this AlertService service, string path)
    {
        var reply = await service.GetAsync(path);
        Assert.Equal(200, reply.Status);
        return WebUtility.HtmlDecode(reply.Body);
    }

    /// <summary>Sends a form of a page with the token that the page gave out.</summary>
    /// <param name="service">The service.</param>
    /// <param name="page">The page on which the form is.</param>
    /// <param name="action">Where the form goes.</param>
    /// <param name="fields">What it says.</param>
    /// <returns>The page that follows.</returns>
    public static async Task<Reply> SendFormAsync(this AlertService service, string page, string action, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await service.PageAsync(page)).Groups[1].Value;
        return await service.SendAsync("POST", action, Form(token, fields));
    }

    /// <summary>Sends what a form says without having seen the page.</summary>
    public static Task<Reply> SendForeignFormAsync(this AlertService service, string action, params (string Name, string Value)[] fields) =>
        service.SendAsync("POST", action, Form("made-up", fields));

    private static FormUrlEncodedContent Form(string token, (string Name, string Value)[] fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(new("__RequestVerificationToken", token)));

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
