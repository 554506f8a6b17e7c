using System.Text;

namespace Capacity.Core.Alerting.Board;

/// <summary>Compares bytes of UTF-8 with strings.</summary>
public static class Utf8Text
{
    /// <summary>Whether the bytes are the text.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return bytes.Length == text.Length
            ? Ascii.Equals(bytes, text)
            : bytes.Length > text.Length && Encoding.UTF8.GetByteCount(text) == bytes.Length && Encoding.UTF8.GetString(bytes) == text;
    }
}
