using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Tests.Alerting.Labels;

public sealed class MatcherTests
{
    private static readonly LabelSet Labels = LabelSet.Create([new("alertname", "NodeDown"), new("zone", "b"), new("path", "/a\n")]);

    [Theory]
    [InlineData("zone", MatchOperator.Equal, "b", true)]
    [InlineData("zone", MatchOperator.Equal, "a", false)]
    [InlineData("zone", MatchOperator.NotEqual, "a", true)]
    [InlineData("rack", MatchOperator.Equal, "", true)]
    [InlineData("rack", MatchOperator.NotEqual, "", false)]
    [InlineData("rack", MatchOperator.Matches, ".*", true)]
    [InlineData("rack", MatchOperator.Matches, ".+", false)]
    [InlineData("alertname", MatchOperator.Matches, "Node", false)]
    [InlineData("alertname", MatchOperator.Matches, "Node.*|Zone.*", true)]
    [InlineData("alertname", MatchOperator.DoesNotMatch, "Node", true)]
    [InlineData("alertname", MatchOperator.Matches, "^NodeDown$", true)]
    [InlineData("path", MatchOperator.Matches, "/a", false)]
    [InlineData("path", MatchOperator.Matches, "/a.", false)]
    public void Matches_Value_IsWhole(string name, MatchOperator comparison, string value, bool expected) =>
        Assert.Equal(expected, Matcher.Create(name, comparison, value).Matches(Labels));

    [Theory]
    [InlineData(@"\d+", "17", true)]
    [InlineData(@"\d+", "١٧", false)]
    [InlineData(@"\w+", "é", false)]
    [InlineData("(?P<host>[[:alpha:]]+)-[[:digit:]]", "node-1", true)]
    [InlineData(@"\Qa.b\E.c", "a.bxc", true)]
    [InlineData(@"\Qa.b", "axb", false)]
    [InlineData(@"\pL+", "é", true)]
    [InlineData("[a-z-[a]]", "[", false)]
    [InlineData("[a-z-[a]]", "[]", true)]
    [InlineData("[]a]+", "]a", true)]
    [InlineData("[^]a]+", "bc", true)]
    [InlineData("(?i)nodedown", "NodeDown", true)]
    [InlineData("(?i:a)b", "Ab", true)]
    [InlineData("(a|b)*c", "ababc", true)]
    public void Matches_Re2Syntax_MeansWhatRe2Means(string pattern, string value, bool expected) =>
        Assert.Equal(expected, Matcher.Create("x", MatchOperator.Matches, pattern).MatchesValue(value));

    [Theory]
    [InlineData("a(")]
    [InlineData("a)")]
    [InlineData(")(")]
    [InlineData("[a")]
    [InlineData("[[:nothing:]]")]
    [InlineData("(?=a)")]
    [InlineData(@"(a)\1")]
    [InlineData("\\")]
    public void TryCreate_NotRe2_SaysSo(string pattern)
    {
        Assert.False(Matcher.TryCreate("x", MatchOperator.Matches, pattern, out _, out var error));
        Assert.DoesNotContain('\n', error);
    }

    [Fact]
    public void MatchesValue_PatternThatWouldBacktrackForever_IsQuick() =>
        Assert.False(Matcher.Create("x", MatchOperator.Matches, "(a+)+b").MatchesValue(new string('a', 20_000)));

    [Fact]
    public void ToString_Quotes_AreEscaped() =>
        Assert.Equal(@"a!~""\""b\n""", Matcher.Create("a", MatchOperator.DoesNotMatch, "\"b\n").ToString());
}
