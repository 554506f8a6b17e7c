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

    private readonly ReadOnlyMemory<byte> _body;
    private readonly int _depthOfText;
    private readonly ByteSplices _splices = new();
    private readonly Stack<Frame> _frames = new();
    private JsonScanner _scanner;
    private Frame _frame = new();

    private SecretJson(ReadOnlyMemory<byte> body, int depthOfText)
    {
        _body = body;
        _depthOfText = depthOfText;
        _scanner = new JsonScanner(body.Span);
    }

    private enum Treatment
    {
        Keep,
        Command,
        RedactValues,
        RedactWhole,
    }

    /// <summary>Gives the body without secrets; the same memory where there are none.</summary>
    public static ReadOnlyMemory<byte> Redact(ReadOnlyMemory<byte> body) => Redact(body, 0);

    private static ReadOnlyMemory<byte> Redact(ReadOnlyMemory<byte> body, int depthOfText)
    {
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
                case JsonPiece.Literal when NextTreatment() >= Treatment.RedactValues && _body.Span[_scanner.Start] != (byte)'n' && !_frame.IsShell:
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

    private readonly Treatment NextTreatment() => _frame.Next;

    private readonly void Replace() => _splices.Add(_scanner.Start, _scanner.End, RedactedString);

    private readonly void TakeName()
    {
        var name = JsonStrings.Decode(_body.Span[_scanner.Start.._scanner.End]);
        _frame.IsKey = name is "key" or "name";
        _frame.IsValue = name == "value";
        _frame.IsShell = false;
        if (_frame.Inherited == Treatment.RedactWhole)
        {
            return;
        }

        _frame.Next = _frame.Inherited == Treatment.RedactValues ? Treatment.RedactValues
            : SecretNames.IsSecretTree(name) ? Treatment.RedactValues
            : SecretNames.IsSecret(name) ? Treatment.RedactWhole
            : _frame.Inherited == Treatment.Command && SecretNames.IsPartOfCommand(name) ? Treatment.RedactValues
            : name == "command" ? Treatment.Command
            : Treatment.Keep;
        _frame.IsShell = name == "shell";
    }

    private void Open()
    {
        var treatment = NextTreatment();
        _frame.StartOfChild = _scanner.Start;
        _frames.Push(_frame);
        _frame = new Frame { Inherited = treatment, Next = treatment };
    }

    private void Close()
    {
        if (_frame is { IsKeyOfSecret: true, Value: var (start, end) })
        {
            _splices.Add(start, end, RedactedString);
        }

        _frame = _frames.Pop();
        if (_frame is { Next: Treatment.RedactWhole, Inherited: not Treatment.RedactWhole })
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
        if (NextTreatment() != Treatment.Keep)
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
        var wasInSecret = _frame.Next >= Treatment.Command;
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

            if (_frames.Peek() is { Next: Treatment.RedactWhole, Inherited: not Treatment.RedactWhole } parent)
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

    private sealed class Frame
    {
        public Treatment Inherited { get; init; }

        public Treatment Next { get; set; }

        public int StartOfChild { get; set; }

        public bool IsKey { get; set; }

        public bool IsValue { get; set; }

        public bool IsShell { get; set; }

        public bool HasKey { get; set; }

        public bool IsKeyOfSecret { get; set; }

        public (int Start, int End)? Value { get; set; }
    }
}
