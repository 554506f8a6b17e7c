using System.Text.Json;
using Capacity.Core.Recordings;
using Capacity.Storage.Recordings;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Storage.Tests.Recordings;

public sealed class ExchangeLineTests
{
    private static readonly Gen<RecordedExchange> Any =
        from body in Gen.OneOf(Gen.Byte.Array, Gen.String.Select(System.Text.Encoding.UTF8.GetBytes))
        from ticks in Gen.Long[0, TimeSpan.TicksPerDay]
        from status in Gen.Int[100, 599].Nullable()
        from request in Gen.String.AlphaNumeric.Null()
        from error in Gen.String.AlphaNumeric.Null()
        from header in Gen.String.AlphaNumeric
        select Exchanges.Of("/state?a=" + header, "") with
        {
            At = Exchanges.Noon.AddTicks(ticks),
            Took = TimeSpan.FromTicks(ticks / 7),
            Status = status,
            RequestBody = request,
            Error = error,
            Headers = [KeyValuePair.Create("Date", header), KeyValuePair.Create("Allow", "")],
            Body = body,
        };

    [Fact]
    public void TryRead_OfWhatWasWritten_GivesTheSame() =>
        Any.Holds(exchange =>
        {
            var line = ExchangeLine.Write(exchange).Span;
            Assert.Equal(line.Length - 1, line.IndexOf((byte)'\n'));
            Exchanges.AssertSame(exchange, Assert.IsType<RecordedExchange>(ExchangeLine.TryRead(line[..^1])));
        });

    [Fact]
    public void TryRead_BodyLongerThanOnePiece_GivesTheSame()
    {
        var text = Exchanges.Of("/state", string.Concat(Enumerable.Repeat("äöü€😀\\\"\n", 500_000)));
        var binary = text with { Body = Enumerable.Range(0, 7_000_001).Select(i => unchecked((byte)(i * 7))).ToArray() };

        Exchanges.AssertSame(text, ExchangeLine.TryRead(ExchangeLine.Write(text).Span)!);
        Exchanges.AssertSame(binary, ExchangeLine.TryRead(ExchangeLine.Write(binary).Span)!);
    }

    [Fact]
    public void Write_TextBody_IsReadableByOtherTools()
    {
        var line = JsonElement.Parse(ExchangeLine.Write(Exchanges.Of("/state", """{"a":"ä"}""")).Span);

        Assert.Equal("""{"a":"ä"}""", line.GetProperty("body").GetString());
        Assert.Equal("2026-11-22T12:00:00Z", line.GetProperty("at").GetString());
        Assert.Equal(0.0123m, line.GetProperty("tookSeconds").GetDecimal());
        Assert.False(line.TryGetProperty("error", out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"at\":\"2026-11-22T12:00:00Z\"")]
    [InlineData("{\"at\":5}")]
    [InlineData("nonsense")]
    [InlineData("{\"at\":\"2026-11-22T12:00:00Z\",\"scheme\":\"http\",\"host\":\"h:99999\",\"method\":\"GET\",\"target\":\"/\"}")]
    public void TryRead_DamagedLine_IsNull(string line) => Assert.Null(ExchangeLine.TryRead(System.Text.Encoding.UTF8.GetBytes(line)));
}
