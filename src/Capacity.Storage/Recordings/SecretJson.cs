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

    private readonly ReadOnlyMemory<byte> _body;
    private readonly int _depthOfText;
    private readonly ByteSplices _splices = new();
    private readonly Stack<SecretFrame> _frames = new();
    private JsonScanner _scanner;
    private SecretFrame _frame = new();

    private SecretJson(ReadOnlyMemory<byte> body, int depthOfText)
    {
        _body = body;
        _depthOfText = depthOfText;
        _scanner = new JsonScanner(body.Span);
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
        while (_scanner.Read())
        {
            switch (_scanner.Piece)
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
                case JsonPiece.Text when _scanner.Depth == 0:
                    _splices.Add(_scanner.Start, _body.Length, RedactText(_body.Span[_scanner.Start..]));
                    return _splices.Apply(_body);
                case JsonPiece.Text:
                    TakeString();
                    break;
                case JsonPiece.Literal when NextTreatment() >= SecretTreatment.RedactValues && _body.Span[_scanner.Start] != (byte)'n' && !_frame.IsShell:
                    Replace();
                    break;
            }
        }

        if (_scanner.IsBroken || _scanner.Depth > 0)
        {
            GiveUp();
        }

        return _splices.Apply(_body);
    }

    private readonly SecretTreatment NextTreatment() => _frame.Next;

    private readonly void Replace() => _splices.Add(_scanner.Start, _scanner.End, RedactedString);

    private readonly void TakeName()
    {
        var name = JsonStrings.Decode(_body.Span[_scanner.Start.._scanner.End]);
        _frame.IsKey = name is "key" or "name";
        _frame.IsValue = name == "value";
        _frame.IsShell = false;
        if (_frame.Inherited == SecretTreatment.RedactWhole)
        {
            return;
        }

        _frame.Next = _frame.Inherited == SecretTreatment.RedactValues ? SecretTreatment.RedactValues
            : SecretNames.IsSecretTree(name) ? SecretTreatment.RedactValues
            : SecretNames.IsSecret(name) ? SecretTreatment.RedactWhole
            : _frame.Inherited == SecretTreatment.Command && SecretNames.IsPartOfCommand(name) ? SecretTreatment.RedactValues
            : name == "command" ? SecretTreatment.Command
            : SecretTreatment.Keep;
        _frame.IsShell = name == "shell";
    }

    private void Open()
    {
        var treatment = NextTreatment();
        _frame.StartOfChild = _scanner.Start;
        _frames.Push(_frame);
        _frame = new SecretFrame { Inherited = treatment, Next = treatment };
    }

    private void Close()
    {
        if (_frame is { IsKeyOfSecret: true, Value: var (start, end) })
        {
            _splices.Add(start, end, RedactedString);
        }

        _frame = _frames.Pop();
        if (_frame is { Next: SecretTreatment.RedactWhole, Inherited: not SecretTreatment.RedactWhole })
        {
            _splices.Add(_frame.StartOfChild, _scanner.End, RedactedString);
        }

        NoteValue(_frame.StartOfChild);
    }

    private readonly void NoteValue(int start)
    {
        if (_frame.IsValue)
        {
            _frame.Value = (start, _scanner.End);
        }
    }

    private readonly void TakeString()
    {
        if (NextTreatment() != SecretTreatment.Keep)
        {
            Replace();
            return;
        }

        NoteValue(_scanner.Start);
        var quoted = _body.Span[_scanner.Start.._scanner.End];
        if (_frame.IsKey)
        {
            var key = JsonStrings.Decode(quoted);
            _frame.HasKey |= !_scanner.IsCut;
            _frame.IsKeyOfSecret |= SecretNames.IsSecret(key) || key is "env" or "environment";
        }

        if (_scanner.IsCut)
        {
            _splices.Add(_scanner.Start, _scanner.End, RedactText(quoted));
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
        var redacted = text.Length > 1 && text[0] is '{' or '[' && _depthOfText < DeepestText ? RedactTextOfJson(text, isEscaped) : SecretText.RedactValue(text);
        if (redacted == text)
        {
            return;
        }

        _splices.Add(
            _scanner.Start,
            _scanner.End,
            isEscaped || redacted.Contains('"', StringComparison.Ordinal) ? JsonStrings.Encode(redacted) : Encoding.Latin1.GetBytes($"\"{redacted}\""));
    }

    // The flags of an agent hold whole JSON documents as strings: --modules, --executor_environment_variables.
    private readonly string RedactTextOfJson(string text, bool isEscaped)
    {
        var encoding = isEscaped ? Encoding.UTF8 : Encoding.Latin1;
        return encoding.GetString(Redact(encoding.GetBytes(text), _depthOfText + 1).Span);
    }

    // The text ended early, or is none of JSON from here on: what may belong to a secret is taken whole.
    private void GiveUp()
    {
        var wasInSecret = _frame.Next >= SecretTreatment.Command;
        for (var frame = _frame; ; frame = _frames.Pop())
        {
            if (frame is { Value: var (start, end) } && (frame.IsKeyOfSecret || !frame.HasKey) && _body.Span[start] is not (>= (byte)'0' and <= (byte)'9'))
            {
                _splices.Add(start, end, RedactedString);
            }

            if (_frames.Count == 0)
            {
                break;
            }

            if (_frames.Peek() is { Next: SecretTreatment.RedactWhole, Inherited: not SecretTreatment.RedactWhole } parent)
            {
                _splices.Add(parent.StartOfChild, _body.Length, RedactedString);
            }
        }

        if (_scanner.IsBroken)
        {
            var rest = _body.Span[_scanner.End..];
            _splices.Add(_scanner.End, _body.Length, wasInSecret ? RedactedString : RedactText(rest));
        }
    }
}
