using Capacity.Server.Api;

namespace Capacity.Server.Tests.Api;

public sealed class CsvTableTests
{
    [Fact]
    public void Write_FieldsThatNeedIt_AreQuoted() =>
        Assert.Equal("value\r\nplain\r\n\"a,b\"\r\n\"say \"\"hi\"\"\"\r\n\"two\nlines\"\r\n", Written<string>(v => v, "plain", "a,b", "say \"hi\"", "two\nlines"));

    [Theory]
    [InlineData("=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1")]
    [InlineData("@SUM(1,2)", "\"'@SUM(1,2)\"")]
    [InlineData("/prod/web=1", "/prod/web=1")]
    public void Write_TextThatLooksLikeAFormula_IsText(string text, string expected) => Assert.Equal($"value\r\n{expected}\r\n", Written<string>(v => v, text));

    [Fact]
    public void Write_NumbersBelowZero_AreNumbers() => Assert.Equal("value\r\n-0.5\r\n", Written<double>(v => v, -0.5));

    [Fact]
    public void Write_Unknown_IsEmpty() => Assert.Equal("value\r\n\r\n", Written<double?>(v => v, [null]));

    [Fact]
    public void Write_Numbers_HaveAPointAndAllTheirDigits() => Assert.Equal("value\r\n0.1\r\n1234567.25\r\n", Written<double>(v => v, 0.1, 1234567.25));

    [Fact]
    public void Write_Times_AreUtc() =>
        Assert.Equal("value\r\n2026-11-22T11:00:00.0000000Z\r\n", Written<DateTimeOffset>(v => v, new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(1))));

    private static string Written<T>(Func<T, object?> value, params T[] rows)
    {
        using var output = new StringWriter();
        new CsvTable<T>(("value", value)).Write(output, rows);
        return output.ToString();
    }
}
