using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Capacity.Core.Recordings;

/// <summary>Takes the text out of a JSON string and puts text into one, bearing with faulty ones.</summary>
public static class JsonStrings
{
    /// <summary>Takes the text of a string that <see cref="JsonScanner"/> stands on.</summary>
    /// <param name="quoted">The string with its quotes; the last may be missing.</param>
    public static string Decode(ReadOnlySpan<byte> quoted)
    {
        var raw = Inside(quoted);
        var text = Encoding.UTF8.GetString(raw);
        return raw.Contains((byte)'\\') ? Unescape(text) : text;
    }

    /// <summary>Takes the bytes between the quotes, escapes as they are.</summary>
    /// <param name="quoted">The string with its quotes; the last may be missing.</param>
    public static ReadOnlySpan<byte> Inside(ReadOnlySpan<byte> quoted)
    {
        var raw = quoted.Length > 0 ? quoted[1..] : quoted;
        return raw.Length > 0 && raw[^1] == (byte)'"' && !EndsInEscape(raw[..^1]) ? raw[..^1] : raw;
    }

    /// <summary>Writes the text as a JSON string with its quotes.</summary>
    public static byte[] Encode(string text) =>
        Encoding.UTF8.GetBytes($"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"");

    private static bool EndsInEscape(ReadOnlySpan<byte> raw) => (raw.Length - 1 - raw.LastIndexOfAnyExcept((byte)'\\')) % 2 == 1;

    private static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            i++;
            if (text[i] == 'u' && i + 4 < text.Length
                && ushort.TryParse(text.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                result.Append((char)code);
                i += 4;
                continue;
            }

            result.Append(text[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var other => other });
        }

        return result.ToString();
    }
}
