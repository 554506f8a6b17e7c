namespace Capacity.Core.Alerting.Labels;

/// <summary>The order of strings by their bytes in UTF-8, which is the order of code points; UTF-16 alone would put U+FFFD after an emoji.</summary>
internal sealed class Utf8Order : IComparer<string>
{
    public static Utf8Order Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var shared = x.AsSpan().CommonPrefixLength(y);
        return shared < x.Length && shared < y.Length ? Rank(x[shared]) - Rank(y[shared]) : x.Length - y.Length;
    }

    /// <summary>Surrogates stand for code points above all that one unit can hold.</summary>
    private static int Rank(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
}
