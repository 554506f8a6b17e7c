using System.Text;
using System.Text.RegularExpressions;
using Capacity.Mesos.Http;
using Capacity.Mesos.Wire;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Mesos.Tests.Http;

public sealed partial class BareNumberFilterTests
{
    private static readonly string[] Words =
    [
        "Infinity", "-Infinity", "NaN", "Inf", "-", "Na", "\"", "\\\"", "\"a Infinity\"", "\"\\\\\"", "\"NaN\\\"-Infinity\"", "{\"k\":", "}", ",", "[", "]", " ", "1.5e3",
    ];

    private static readonly Gen<string> Documents = Gen.OneOf(
            Gen.Int[0, Words.Length - 1].Select(i => Words[i]),
            Gen.String[Gen.Char.AlphaNumeric, 0, 40])
        .Array[0, 40]
        .Select(parts => string.Concat(parts));

    [Fact]
    public async Task ReadAsync_AnyDocumentInAnyPieces_IsRewrittenAsIfWhole() =>
        await Gen.Select(Documents, Gen.Int[1, 30].Array[1, 10], Gen.Int[1, 40].Array[1, 10]).HoldsAsync(async input =>
            Assert.Equal(Reference(input.Item1), await FilterAsync(input.Item1, input.Item2, input.Item3)));

    [Theory]
    [InlineData(16 * 1024)]
    [InlineData(100_000)]
    public async Task ReadAsync_LongDocument_CanBeDeserialized(int length)
    {
        // The deserializer fills its buffer to the last byte, so the filter is asked for very few bytes at a time.
        var document = $$"""{"master/elected":Infinity,"{{new string('x', length)}}":NaN,"system/cpus_total":-Infinity,"master/uptime_secs":7}""";
        await using var stream = new BareNumberFilter(new MemoryStream(Encoding.UTF8.GetBytes(document)));

        var metrics = await System.Text.Json.JsonSerializer.DeserializeAsync(stream, MesosJson.Default.MetricsJson, TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromSeconds(7), metrics!.ToReading(new("m", 5050)).Uptime);
    }

    /// <summary>The rule in its shortest form: strings are kept, and of the rest each token is replaced.</summary>
    private static string Reference(string document) => Pieces().Replace(document, piece => piece.Value switch
    {
        "Infinity" => "\"Infini\"",
        "-Infinity" => "\"-Infini\"",
        "NaN" => "\"?\"",
        var other => other,
    });

    private static async Task<string> FilterAsync(string document, int[] arriving, int[] asked)
    {
        await using var filter = new BareNumberFilter(new PiecewiseStream(Encoding.UTF8.GetBytes(document), arriving));
        var result = new List<byte>();
        for (var i = 0; ; i++)
        {
            var buffer = new byte[asked[i % asked.Length]];
            var count = await filter.ReadAsync(buffer, CancellationToken.None);
            if (count == 0)
            {
                return Encoding.UTF8.GetString([.. result]);
            }

            result.AddRange(buffer[..count]);
        }
    }

    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*(?:"|\\?$)|-Infinity|Infinity|NaN
        """, RegexOptions.Singleline)]
    private static partial Regex Pieces();

    /// <summary>Gives its bytes in pieces of given lengths.</summary>
    private sealed class PiecewiseStream(byte[] bytes, int[] lengths) : MemoryStream(bytes)
    {
        private int piece;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(Read(buffer.Span[..Math.Min(buffer.Length, lengths[piece++ % lengths.Length])]));
    }
}
