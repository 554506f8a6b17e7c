using System.Text.RegularExpressions;

namespace Capacity.Server.Pages.Parts;

/// <summary>Cuts names into the parts that people read: <c>/shop/</c> and <c>web-12</c>, <c>Agent</c> and <c>Missing</c>.</summary>
internal static partial class NameParts
{
    /// <summary>Cuts a name; the parts together are the name.</summary>
    public static IReadOnlyList<string> Of(string name) => Between().Split(name);

    /// <summary>After a separator that has something before and behind it, and before a capital within a word.</summary>
    [GeneratedRegex(@"(?<=\w[/.:_])(?=\w)|(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Between();
}
