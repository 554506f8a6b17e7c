using System.Buffers;
using System.Text;
using Capacity.Core.Recordings;

namespace Capacity.Storage.Recordings;

/// <summary>Replaces the secrets of one JSON text, one pass from front to end.</summary>
internal ref struct SecretJson
{
    private const int DeepestText = 4;

    private static readonly byte[] RedactedString = "\"REDACTED\""u8.ToArray();
    private static readonly SearchValues<byte> Suspicious = SearchValues.Create("@=({[\\"u8);

    private static ReadOnlySpan<byte> ByteOrderMark => "\ufeff"u8;

    private readonly ReadOnlyMemory<byte> body;
    private readonly int depthOfText;
    private readonly ByteSplices splices = new();
    private readonly Stack<SecretFrame> frames = new();
    private JsonScanner scanner;
    private SecretFrame frame = new();

    private SecretJson(ReadOnlyMemory<byte> body, int depthOfText)
    {
        this.body = body;
        this.depthOfText = depthOfText;
        scanner = new JsonScanner(body.Span);
    }

    /// <summary>Gives the body without secrets; the same memory where there are none.</summary>
    public static ReadOnlyMemory<byte> Redact(ReadOnlyMemory<byte> body) => Redact(body, 0);

    private static ReadOnlyMemory<byte> Redact(ReadOnlyMemory<byte> body, int depthOfText)
    {
        if (body.Span.StartsWith(ByteOrderMark))
        {
            return (byte[])[.. ByteOrderMark, .. Redact(body[ByteOrderMark.Length..], depthOfText).Span];
        }

        var first = body.Span.TrimStart(" \t\r\n"u8);
        return first.IsEmpty || first[0] is not ((byte)'{' or (byte)'[' or (>= (byte)'0' and <= (byte)'9'))
            ? RedactText(body.Span)
            : new SecretJson(body, depthOfText).Run();
    }

    // One char a byte: what is not replaced comes back as it was, be it UTF-8 or not.
    private static byte[] RedactText(ReadOnlySpan<byte> text) => Encoding.Latin1.GetBytes(SecretText.RedactText(Encoding.Latin1.GetString(text)));

    private ReadOnlyMemory<byte> Run()
    {
        while (scanner.Read())
        {
            switch (scanner.Piece)
            {
                case JsonPiece.PropertyName:
                    TakeName();
                    break;
                case JsonPiece.StartObject or JsonPiece.StartArray:
                    Open();
                    break;
                case JsonPiece.EndObject or JsonPiece.EndArray:
                    Close();
                    break;
                case JsonPiece.Text when scanner.Depth == 0:
                    splices.Add(scanner.Start, body.Length, RedactText(body.Span[scanner.Start..]));
                    return splices.Apply(body);
                case JsonPiece.Text:
                    TakeString();
                    break;
                case JsonPiece.Literal when NextTreatment() >= SecretTreatment.RedactValues && body.Span[scanner.Start] != (byte)'n' && !frame.IsShell:
                    Replace();
                    break;
            }
        }

        if (scanner.IsBroken || scanner.Depth > 0)
        {
            GiveUp();
        }

        return splices.Apply(body);
    }

    private readonly SecretTreatment NextTreatment() => frame.Next;

    private readonly void Replace() => splices.Add(scanner.Start, scanner.End, RedactedString);

    private readonly void TakeName()
    {
        var name = JsonStrings.Decode(body.Span[scanner.Start..scanner.End]);
        frame.IsKey = name is "key" or "name";
        frame.IsValue = name == "value";
        frame.IsShell = false;
        if (frame.Inherited == SecretTreatment.RedactWhole)
        {
            return;
        }

        frame.Next = frame.Inherited == SecretTreatment.RedactValues ? SecretTreatment.RedactValues
            : SecretNames.IsSecretTree(name) ? SecretTreatment.RedactValues
            : SecretNames.IsSecret(name) ? SecretTreatment.RedactWhole
            : frame.Inherited == SecretTreatment.Command && SecretNames.IsPartOfCommand(name) ? SecretTreatment.RedactValues
            : name == "command" ? SecretTreatment.Command
            : SecretTreatment.Keep;
        frame.IsShell = name == "shell";
    }

    private void Open()
    {
        var treatment = NextTreatment();
        frame.StartOfChild = scanner.Start;
        frames.Push(frame);
        frame = new SecretFrame { Inherited = treatment, Next = treatment };
    }

    private void Close()
    {
        if (frame is { IsKeyOfSecret: true, Value: var (start, end) })
        {
            splices.Add(start, end, RedactedString);
        }

        frame = frames.Pop();
        if (frame is { Next: SecretTreatment.RedactWhole, Inherited: not SecretTreatment.RedactWhole })
        {
            splices.Add(frame.StartOfChild, scanner.End, RedactedString);
        }

        NoteValue(frame.StartOfChild);
    }

    private readonly void NoteValue(int start)
    {
        if (frame.IsValue)
        {
            frame.Value = (start, scanner.End);
        }
    }

    private readonly void TakeString()
    {
        if (NextTreatment() != SecretTreatment.Keep)
        {
            Replace();
            return;
        }

        NoteValue(scanner.Start);
        var quoted = body.Span[scanner.Start..scanner.End];
        if (frame.IsKey)
        {
            var key = JsonStrings.Decode(quoted);
            frame.HasKey |= !scanner.IsCut;
            frame.IsKeyOfSecret |= SecretNames.IsSecret(key) || key is "env" or "environment";
        }

        if (scanner.IsCut)
        {
            splices.Add(scanner.Start, scanner.End, RedactText(quoted));
        }
        else if (quoted.ContainsAny(Suspicious))
        {
            RedactInside(quoted);
        }
    }

    private readonly void RedactInside(ReadOnlySpan<byte> quoted)
    {
        var raw = JsonStrings.Inside(quoted);
        var isEscaped = raw.Contains((byte)'\\');
        var text = isEscaped ? JsonStrings.Decode(quoted) : Encoding.Latin1.GetString(raw);
        var redacted = text.Length > 1 && text[0] is '{' or '[' && depthOfText < DeepestText ? RedactTextOfJson(text, isEscaped) : SecretText.RedactValue(text);
        if (redacted == text)
        {
            return;
        }

        splices.Add(
            scanner.Start,
            scanner.End,
            isEscaped || redacted.Contains('"', StringComparison.Ordinal) ? JsonStrings.Encode(redacted) : Encoding.Latin1.GetBytes($"\"{redacted}\""));
    }

    // The flags of an agent hold whole JSON documents as strings: --modules, --executor_environment_variables.
    private readonly string RedactTextOfJson(string text, bool isEscaped)
    {
        var encoding = isEscaped ? Encoding.UTF8 : Encoding.Latin1;
        return encoding.GetString(Redact(encoding.GetBytes(text), depthOfText + 1).Span);
    }

    // The text ended early, or is none of JSON from here on: what may belong to a secret is taken whole.
    private void GiveUp()
    {
        var wasInSecret = frame.Next >= SecretTreatment.Command;
        for (var open = frame; ; open = frames.Pop())
        {
            if (open is { Value: var (start, end) } && (open.IsKeyOfSecret || !open.HasKey) && body.Span[start] is not (>= (byte)'0' and <= (byte)'9'))
            {
                splices.Add(start, end, RedactedString);
            }

            if (frames.Count == 0)
            {
                break;
            }

            if (frames.Peek() is { Next: SecretTreatment.RedactWhole, Inherited: not SecretTreatment.RedactWhole } parent)
            {
                splices.Add(parent.StartOfChild, body.Length, RedactedString);
            }
        }

        if (scanner.IsBroken)
        {
            var rest = body.Span[scanner.End..];
            splices.Add(scanner.End, body.Length, wasInSecret ? RedactedString : RedactText(rest));
        }
    }
}
