namespace Capacity.Core.Alerting.Matchers;

/// <summary>What a <see cref="MatcherToken"/> is.</summary>
internal enum MatcherTokenKind
{
    End,
    OpenBrace,
    CloseBrace,
    Comma,
    Operator,
    Quoted,
    Unquoted,
}
