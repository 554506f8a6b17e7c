using System.Text.Json;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>Steps through the JSON of alerts; each throws where the body ends or holds something else.</summary>
internal static class AlertJsonSteps
{
    public static Refusal EndOfInput => Refusal.Unreadable("alerts", "unexpected EOF");

    public static JsonTokenType Next(ref Utf8JsonReader reader) => reader.Read() ? reader.TokenType : throw new JsonMismatchException(EndOfInput);

    /// <summary>Makes sure that a value is of the kind that its place wants.</summary>
    public static void Expect(ref Utf8JsonReader reader, JsonTokenType type, string target)
    {
        if (reader.TokenType != type)
        {
            throw new JsonMismatchException(Refusal.Unreadable("alerts", JsonWords.CannotHold(reader.TokenType, target)));
        }
    }

    /// <summary>Makes sure that the value of a field is of the kind that it wants. The words for what is wrong are made when it is wrong.</summary>
    public static void Expect(ref Utf8JsonReader reader, JsonTokenType type, string field, string kind)
    {
        if (reader.TokenType != type)
        {
            Expect(ref reader, type, $"struct field {field} of type {kind}");
        }
    }

    /// <summary>Steps over a value, whatever it is.</summary>
    public static void Skip(ref Utf8JsonReader reader)
    {
        Next(ref reader);
        if (!reader.TrySkip())
        {
            throw new JsonMismatchException(EndOfInput);
        }
    }

    /// <summary>Steps to a text or <c>null</c>.</summary>
    /// <returns>Whether there is a text.</returns>
    public static bool NextText(ref Utf8JsonReader reader, string field)
    {
        if (Next(ref reader) == JsonTokenType.Null)
        {
            return false;
        }

        Expect(ref reader, JsonTokenType.String, field, "string");
        return true;
    }

    /// <summary>Gives a text without its escapes; it is gone when the buffer is used again.</summary>
    public static ReadOnlySpan<byte> Text(ref Utf8JsonReader reader, ref byte[] buffer) =>
        reader.ValueIsEscaped ? buffer.AsSpan(0, Copy(ref reader, ref buffer)) : reader.ValueSpan;

    /// <summary>Copies a text without its escapes into a buffer.</summary>
    /// <returns>Its length.</returns>
    public static int Copy(ref Utf8JsonReader reader, ref byte[] buffer)
    {
        if (buffer.Length < reader.ValueSpan.Length)
        {
            buffer = new byte[reader.ValueSpan.Length];
        }

        return reader.CopyString(buffer);
    }
}
