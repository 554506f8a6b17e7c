using System.Text;
using System.Text.Json;
using Capacity.Core.Recordings;
using Capacity.Testing;
using CsCheck;
using Xunit;

namespace Capacity.Core.Tests.Recordings;

public sealed class JsonScannerTests
{
    private static readonly string[] Scalars = ["1", "-1.5e3", "true", "null", " false ", "\"a\\\"b\\\\\"", "\"\"", "\"ä\\u00e4\""];

    private static readonly Gen<string> Json = Gen.Recursive<string>((depth, json) =>
        Gen.Frequency(
            (3, Gen.Int[0, Scalars.Length - 1].Select(i => Scalars[i])),
            (depth < 4 ? 2 : 0, json.Array[0, 3].Select(items => $"[{string.Join(" , ", items)}]")),
            (depth < 4 ? 2 : 0, json.Array[0, 3].Select(items => "{" + string.Join(",", items.Select((item, i) => $"\"k\\\"{i}\" :\n{item}")) + "}"))));

    [Fact]
    public void Read_ValidJson_StandsWhereTheReaderOfTheFrameworkDoes() =>
        Json.Holds(json =>
        {
            var bytes = Encoding.UTF8.GetBytes(json);
            var reader = new Utf8JsonReader(bytes);
            var scanner = new JsonScanner(bytes);
            while (reader.Read())
            {
                Assert.True(scanner.Read());
                Assert.Equal((Expected(reader.TokenType), (int)reader.TokenStartIndex), (scanner.Piece, scanner.Start));
                Assert.Equal((int)reader.BytesConsumed, reader.TokenType == JsonTokenType.PropertyName ? (int)reader.BytesConsumed : scanner.End);
            }

            Assert.False(scanner.Read());
            Assert.False(scanner.IsBroken);
        });

    [Fact]
    public void Read_ArbitraryBytes_EndsWithoutAnException() =>
        Gen.OneOf(Gen.Byte.Array, Gen.Char["{}[]\",:\\1tn "].Array.Select(c => Encoding.ASCII.GetBytes(c))).Holds(bytes =>
        {
            var scanner = new JsonScanner(bytes);
            var last = -1;
            while (scanner.Read())
            {
                Assert.InRange(scanner.Start, last, scanner.End - 1);
                Assert.InRange(scanner.End, scanner.Start + 1, bytes.Length);
                last = scanner.End;
            }

            Assert.InRange(scanner.End, 0, bytes.Length);
        });

    [Theory]
    [InlineData("""{"a":NaN,"b":-Infinity}""", false, false)]
    [InlineData("""{"a":nan}""", true, false)]
    [InlineData("""{"a":1]""", true, false)]
    [InlineData("""{1:2}""", true, false)]
    [InlineData("""}""", true, false)]
    [InlineData("""{"a":"cut\""", false, true)]
    [InlineData("""{"a":12""", false, true)]
    [InlineData("""{"a":""", false, false)]
    public void Read_Faults_AreToldApart(string json, bool isBroken, bool isCut)
    {
        var scanner = new JsonScanner(Encoding.UTF8.GetBytes(json));
        while (scanner.Read())
        {
        }

        Assert.Equal((isBroken, isCut), (scanner.IsBroken, scanner.IsCut));
    }

    private static JsonPiece Expected(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonPiece.StartObject,
        JsonTokenType.EndObject => JsonPiece.EndObject,
        JsonTokenType.StartArray => JsonPiece.StartArray,
        JsonTokenType.EndArray => JsonPiece.EndArray,
        JsonTokenType.PropertyName => JsonPiece.PropertyName,
        JsonTokenType.String => JsonPiece.Text,
        _ => JsonPiece.Literal,
    };
}
