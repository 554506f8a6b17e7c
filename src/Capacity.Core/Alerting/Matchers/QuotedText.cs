using System.Buffers;
using System.Globalization;
using System.Text;

namespace Capacity.Core.Alerting.Matchers;

/// <summary>Strings between double quotes, with the escapes that the Go language has: UTF-8 may be written byte by byte.</summary>
internal static class QuotedText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads what stands between the quotes; <see langword="null"/> where that is no such string.</summary>
    public static string? Read(string quoted)
    {
        var text = quoted.AsSpan(1, quoted.Length - 2);
        var bytes = new ArrayBufferWriter<byte>(text.Length + 1);
        while (text.Length > 0)
        {
            var taken = text[0] switch
            {
                '\n' => 0,
                '\\' => Escape(text, bytes),
                _ => Plain(text, bytes),
            };
            if (taken == 0)
            {
                return null;
            }

            text = text[taken..];
        }

        try
        {
            return Strict.GetString(bytes.WrittenSpan);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static int Plain(ReadOnlySpan<char> text, ArrayBufferWriter<byte> bytes)
    {
        var length = text.IndexOfAny('\\', '\n');
        length = length < 0 ? text.Length : length;
        Encoding.UTF8.GetBytes(text[..length], bytes);
        return length;
    }

    /// <summary>Reads an escape.</summary>
    /// <returns>How many signs it takes; 0 for none that is known.</returns>
    private static int Escape(ReadOnlySpan<char> text, ArrayBufferWriter<byte> bytes) => text.Length < 2 ? 0 : text[1] switch
    {
        'a' => Put(0x07, bytes),
        'b' => Put(0x08, bytes),
        'f' => Put(0x0C, bytes),
        'n' => Put(0x0A, bytes),
        'r' => Put(0x0D, bytes),
        't' => Put(0x09, bytes),
        'v' => Put(0x0B, bytes),
        '\\' or '"' => Put((byte)text[1], bytes),
        'x' => Byte(text, 2, 2, 16, bytes),
        >= '0' and <= '7' => Byte(text, 1, 3, 8, bytes),
        'u' => CodePoint(text, 4, bytes),
        'U' => CodePoint(text, 8, bytes),
        _ => 0,
    };

    private static int Put(byte value, ArrayBufferWriter<byte> bytes)
    {
        bytes.Write([value]);
        return 2;
    }

    private static int Byte(ReadOnlySpan<char> text, int from, int digits, int radix, ArrayBufferWriter<byte> bytes)
    {
        var value = 0;
        for (var i = from; i < from + digits; i++)
        {
            if (i >= text.Length || Digit(text[i]) is not int digit || digit >= radix)
            {
                return 0;
            }

            value = (value * radix) + digit;
        }

        if (value > byte.MaxValue)
        {
            return 0;
        }

        bytes.Write([(byte)value]);
        return from + digits;
    }

    private static int? Digit(char sign) => char.IsAsciiHexDigit(sign) ? Convert.ToInt32(sign.ToString(), 16) : null;

    private static int CodePoint(ReadOnlySpan<char> text, int digits, ArrayBufferWriter<byte> bytes)
    {
        if (text.Length < digits + 2
            || !uint.TryParse(text.Slice(2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            || !Rune.IsValid(value))
        {
            return 0;
        }

        Span<byte> encoded = stackalloc byte[4];
        bytes.Write(encoded[..new Rune(value).EncodeToUtf8(encoded)]);
        return digits + 2;
    }
}
