using System.Buffers;

namespace Capacity.Core.Recordings;

/// <summary>Walks over JSON that may be cut off or spoiled, and says at which bytes each piece stands.</summary>
/// <remarks>
/// <see cref="System.Text.Json.Utf8JsonReader"/> gives up at a bare NaN, which some builds of Mesos write, and at a cut;
/// what replaces secrets and shifts times must go on as far as it can. Nothing is copied or checked beyond what that needs.
/// </remarks>
public ref struct JsonScanner(ReadOnlySpan<byte> text)
{
    private const int LongestLiteral = 400;

    private static readonly SearchValues<byte> Delimiters = SearchValues.Create(" \t\r\n,:{}[]\""u8);
    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789+-.eE"u8);

    private readonly ReadOnlySpan<byte> input = text;
    private bool[] objects = new bool[64];
    private bool nameExpected;

    /// <summary>Gets what the scanner stands on.</summary>
    public JsonPiece Piece { get; private set; }

    /// <summary>Gets the index of the first byte of the piece.</summary>
    public int Start { get; private set; }

    /// <summary>Gets the index after the last byte of the piece; once <see cref="IsBroken"/>, of the first byte that is no JSON.</summary>
    public int End { get; private set; }

    /// <summary>Gets how many objects and arrays are open; a start counts itself, an end does not.</summary>
    public int Depth { get; private set; }

    /// <summary>Gets whether the text ended inside the string or literal that the scanner stands on.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Gets whether the scanner stopped at something that no JSON has.</summary>
    public bool IsBroken { get; private set; }

    private readonly bool InObject => Depth > 0 && objects[Depth - 1];

    /// <summary>Goes to the next piece.</summary>
    /// <returns><see langword="false"/> at the end of the text, and where <see cref="IsBroken"/>.</returns>
    public bool Read()
    {
        var at = End;
        while (!IsBroken && at < input.Length)
        {
            switch (input[at])
            {
                case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                    at++;
                    continue;
                case (byte)',':
                    nameExpected = InObject;
                    at++;
                    continue;
                case (byte)':':
                    nameExpected = false;
                    at++;
                    continue;
                case (byte)'"':
                    return ReadString(at);
                case (byte)'{' or (byte)'[':
                    return Open(at);
                case (byte)'}' or (byte)']':
                    return Close(at);
                default:
                    return ReadLiteral(at);
            }
        }

        Piece = JsonPiece.None;
        return false;
    }

    private static bool IsLiteral(ReadOnlySpan<byte> literal) =>
        !literal.ContainsAnyExcept(NumberBytes)
        || literal.SequenceEqual("true"u8) || literal.SequenceEqual("false"u8) || literal.SequenceEqual("null"u8)
        || literal.SequenceEqual("NaN"u8) || literal.SequenceEqual("Infinity"u8) || literal.SequenceEqual("-Infinity"u8);

    private bool Break(int at)
    {
        IsBroken = true;
        Piece = JsonPiece.None;
        Start = End = at;
        return false;
    }

    private bool Stand(JsonPiece piece, int start, int end)
    {
        (Piece, Start, End) = (piece, start, end);
        return true;
    }

    private bool Open(int at)
    {
        if (nameExpected)
        {
            return Break(at);
        }

        if (Depth == objects.Length)
        {
            Array.Resize(ref objects, Depth * 2);
        }

        nameExpected = objects[Depth++] = input[at] == (byte)'{';
        return Stand(nameExpected ? JsonPiece.StartObject : JsonPiece.StartArray, at, at + 1);
    }

    private bool Close(int at)
    {
        var closesObject = input[at] == (byte)'}';
        if (Depth == 0 || objects[Depth - 1] != closesObject)
        {
            return Break(at);
        }

        Depth--;
        nameExpected = false;
        return Stand(closesObject ? JsonPiece.EndObject : JsonPiece.EndArray, at, at + 1);
    }

    private bool ReadString(int start)
    {
        var at = start + 1;
        while (true)
        {
            var step = at < input.Length ? input[at..].IndexOfAny((byte)'"', (byte)'\\') : -1;
            if (step < 0)
            {
                IsCut = true;
                at = input.Length;
                break;
            }

            at += step;
            if (input[at] == (byte)'"')
            {
                at++;
                break;
            }

            at += 2;
        }

        var piece = nameExpected ? JsonPiece.PropertyName : JsonPiece.Text;
        nameExpected = false;
        return Stand(piece, start, at);
    }

    private bool ReadLiteral(int start)
    {
        var length = input[start..].IndexOfAny(Delimiters);
        var end = length < 0 ? input.Length : start + length;
        IsCut = length < 0 && Depth > 0;
        return !nameExpected && end - start <= LongestLiteral && (IsLiteral(input[start..end]) || IsCut)
            ? Stand(JsonPiece.Literal, start, end)
            : Break(start);
    }
}
