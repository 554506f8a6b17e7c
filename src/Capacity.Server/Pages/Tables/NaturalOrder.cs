namespace Capacity.Server.Pages.Tables;

/// <summary>Compares values, and texts as people count: <c>agent9</c> comes before <c>agent10</c>.</summary>
internal sealed class NaturalOrder : IComparer<IComparable?>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(IComparable? x, IComparable? y) => (x, y) is (string a, string b) ? Compare(a, b) : Comparer<IComparable?>.Default.Compare(x, y);

    private static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        while (a.Length > 0 && b.Length > 0)
        {
            var (left, right) = (Digits(a), Digits(b));
            var order = left > 0 && right > 0
                ? Figures(a[..left].TrimStart('0'), b[..right].TrimStart('0'))
                : a[0].CompareTo(b[0]);
            if (order != 0)
            {
                return order;
            }

            a = a[Math.Max(1, left)..];
            b = b[Math.Max(1, right)..];
        }

        return a.Length.CompareTo(b.Length);
    }

    private static int Figures(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.SequenceCompareTo(b);

    private static int Digits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length;
}
