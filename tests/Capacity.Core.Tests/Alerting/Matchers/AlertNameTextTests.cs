using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Matchers;

namespace Capacity.Core.Tests.Alerting.Matchers;

public sealed class AlertNameTextTests
{
    [Theory]
    [InlineData("NodeDown", """alertname="NodeDown" """)]
    [InlineData(" Node down ", """alertname="Node down" """)]
    [InlineData("zone=a", """zone="a" """)]
    [InlineData("""{zone="a", host=~"b,c"}""", """zone="a" host=~"b,c" """)]
    [InlineData("", " ")]
    public void TryParseAll_WordOrMatchers_AreRead(string text, string expected)
    {
        Assert.True(AlertNameText.TryParseAll(text, out var matchers, out _));
        Assert.Equal(expected.Trim(), string.Join(' ', matchers));
    }

    [Theory]
    [InlineData("zone~a")]
    [InlineData("zone=~[")]
    public void TryParseAll_NoMatchers_SaysWhy(string text)
    {
        Assert.False(AlertNameText.TryParseAll(text, out _, out var error));
        Assert.NotEmpty(error);
    }

    [Theory]
    [InlineData("data center", "n1")]
    [InlineData("zone", "a \"b\" \\ \n c, d}")]
    [InlineData("größe", "=~")]
    [InlineData("a\"b", "")]
    public void TryParseAll_AMatcherAsItIsWritten_IsTheSame(string name, string value)
    {
        var matcher = Matcher.Create(name, MatchOperator.NotEqual, value);

        Assert.True(AlertNameText.TryParseAll(matcher.ToString(), out var one, out var error), error);
        Assert.True(AlertNameText.TryParseAll($"{matcher},{matcher}", out var two, out error), error);
        Assert.Equal([matcher, matcher, matcher], [.. one, .. two]);
    }
}
