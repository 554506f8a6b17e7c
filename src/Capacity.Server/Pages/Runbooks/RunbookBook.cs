using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace Capacity.Server.Pages.Runbooks;

/// <summary>The runbooks, which are inside of the assembly: a section for each alert. Of Markdown they have paragraphs, code, bold text and links.</summary>
internal static partial class RunbookBook
{
    private const string Resource = "Capacity.Server.Runbooks.md";

    /// <summary>Gets the sections by name, each with its paragraphs as HTML.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<MarkupString> Paragraphs)> Sections { get; } = Read();

    private static List<(string Name, IReadOnlyList<MarkupString> Paragraphs)> Read()
    {
        using var stream = typeof(RunbookBook).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is missing.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split("\n## ").Skip(1).Select(s => s.Split("\n\n", 2)).Select(s => (s[0].Trim(), (IReadOnlyList<MarkupString>)[.. s[1].Split("\n\n").Select(Html)]))];
    }

    private static MarkupString Html(string paragraph)
    {
        var text = WebUtility.HtmlEncode(paragraph.Trim());
        text = Code().Replace(text, "<code>$1</code>");
        text = Bold().Replace(text, "<strong>$1</strong>");
        return new(Link().Replace(text, "<a href=\"$2\">$1</a>"));
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\*\*([^*]+)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"\[([^\]]+)\]\((#[a-z]+)\)")]
    private static partial Regex Link();
}
