using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Matchers;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Alerting.Matchers;

public sealed class MatcherTextTests
{
    [Theory]
    [InlineData("zone=a", "zone", MatchOperator.Equal, "a")]
    [InlineData(" zone != \"a b\" ", "zone", MatchOperator.NotEqual, "a b")]
    [InlineData("host=~web-[0-9]+", "host", MatchOperator.Matches, "web-[0-9]+")]
    [InlineData("host!~\"web.*\"", "host", MatchOperator.DoesNotMatch, "web.*")]
    [InlineData("zone=", "zone", MatchOperator.Equal, "")]
    [InlineData("\"data center\"=north", "data center", MatchOperator.Equal, "north")]
    [InlineData("straße=\"ä\"", "straße", MatchOperator.Equal, "ä")]
    [InlineData("\"a\\u00e4\"=\"\\xc3\\xa4\"", "aä", MatchOperator.Equal, "ä")]
    [InlineData("text=\"one\\ntwo\"", "text", MatchOperator.Equal, "one\ntwo")]
    [InlineData("path=C:\\temp", "path", MatchOperator.Equal, "C:\\temp")]
    public void TryParse_AMatcher_IsRead(string text, string name, MatchOperator comparison, string value)
    {
        Assert.True(MatcherText.TryParse(text, out var matcher, out var error), error);
        Assert.Equal((name, comparison, value), (matcher.Name, matcher.Operator, matcher.Value));
    }

    [Theory]
    [InlineData("==", "bad matcher format: ==")]
    [InlineData("", "bad matcher format: ")]
    [InlineData("{zone=a}", "unexpected open or close brace: {zone=a}")]
    [InlineData("zone=\"a", "matcher value contains unescaped double quote: \"a")]
    [InlineData("a-b=c,d-e=f", "bad matcher format: a-b=c,d-e=f")]
    [InlineData("host=~\"web[\"", "error parsing regexp: missing closing ]: `[)$`")]
    public void TryParse_NoMatcher_SaysWhatAlertmanagerSays(string text, string expected)
    {
        Assert.False(MatcherText.TryParse(text, out _, out var error));
        Assert.Equal(expected, error);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("{}", 0)]
    [InlineData("zone=a,host=~b.*", 2)]
    [InlineData("{zone=\"a,b\", \"data center\"=\"north\",}", 2)]
    public void TryParseAll_AList_IsRead(string text, int count)
    {
        Assert.True(MatcherText.TryParseAll(text, out var matchers, out var error), error);
        Assert.Equal(count, matchers.Count);
    }

    [Theory]
    [InlineData("{a b}", "3:4: unexpected b: expected an operator such as '=', '!=', '=~' or '!~'")]
    [InlineData("{a=}", "3:4: unexpected }: expected label value")]
    [InlineData("a=b,=c", "4:5: unexpected =: expected a matcher or close brace after comma")]
    [InlineData("{a=b} c", "6:7: c: expected end of input")]
    [InlineData("a!b", "1:2: !: invalid input: expected an operator such as '=', '!=', '=~' or '!~'")]
    [InlineData("\"\"=b", "a label's name is empty")]
    [InlineData("a=~(", "failed to create matcher: error parsing regexp: missing closing ): `^(?:()$`")]
    [InlineData("🙂=", "end of input: expected label value")]
    [InlineData("🙂=a b", "4:5: unexpected b: expected a comma or close brace")]
    public void TryParse_Utf8SyntaxWrong_SaysWhere(string text, string expected)
    {
        Assert.False(Utf8MatcherParser.TryParse(text, out _, out var error));
        Assert.Equal(expected, error);
    }

    [Fact]
    public void TryParse_WhatAMatcherWrites_IsThatMatcher() => Gen.Select(Gen.Char["abcXYZ_019"].Array[1, 8].Select(c => new string(c)), Gen.String, Gen.Bool).Holds(
        c =>
        {
            // A name that begins with a digit is of the newer syntax, where escapes mean more; a surrogate alone is no text.
            var (name, value, isEqual) = ($"l{c.Item1}", string.Concat(c.Item2.EnumerateRunes()), c.Item3);
            var matcher = Matcher.Create(name, isEqual ? MatchOperator.Equal : MatchOperator.NotEqual, value);

            Assert.True(MatcherText.TryParse($"{matcher}", out var read, out var error), error);
            Assert.Equal(matcher, read);
        },
        1000);

    [Fact]
    public void TryParse_AnyText_NeverThrows() => Gen.Char["{}=!~,\\\"'`[]()*+?ab🙂x0 \n"].Array[0, 12].Select(c => new string(c)).Holds(
        text => _ = (MatcherText.TryParse(text, out _, out _), MatcherText.TryParseAll(text, out _, out _), Utf8MatcherParser.TryParse(text, out _, out _)),
        5000);
}
