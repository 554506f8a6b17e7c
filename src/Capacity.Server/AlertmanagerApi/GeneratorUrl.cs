using System.Buffers;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>Says which addresses Alertmanager takes: absolute ones, and paths that begin at the root.</summary>
internal static class GeneratorUrl
{
    private static readonly SearchValues<char> SchemeSigns = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    public static bool IsValid(string url)
    {
        if (url.Length == 0)
        {
            return true;
        }

        if (url.AsSpan().ContainsAnyInRange('\0', '\u001F') || url.Contains('\u007F', StringComparison.Ordinal) || !EscapesAreWhole(url))
        {
            return false;
        }

        var colon = url.IndexOf(':', StringComparison.Ordinal);
        return url[0] == '/' || (colon > 0 && char.IsAsciiLetter(url[0]) && url.AsSpan(0, colon).IndexOfAnyExcept(SchemeSigns) < 0);
    }

    /// <summary>Queries are not looked into.</summary>
    private static bool EscapesAreWhole(string url)
    {
        var path = url.AsSpan(0, url.IndexOf('?', StringComparison.Ordinal) is var n and >= 0 ? n : url.Length);
        for (var i = path.IndexOf('%'); i >= 0 && i < path.Length; i++)
        {
            if (path[i] == '%' && (i + 2 >= path.Length || !char.IsAsciiHexDigit(path[i + 1]) || !char.IsAsciiHexDigit(path[i + 2])))
            {
                return false;
            }
        }

        return true;
    }
}
