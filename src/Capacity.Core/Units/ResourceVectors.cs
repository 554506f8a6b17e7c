namespace Capacity.Core.Units;

/// <summary>Sums of many amounts.</summary>
public static class ResourceVectors
{
    /// <summary>Adds the amounts that <paramref name="selector"/> picks; zero for no items.</summary>
    public static ResourceVector Sum<T>(this IEnumerable<T> items, Func<T, ResourceVector> selector)
    {
        var total = ResourceVector.Zero;
        foreach (var item in items)
        {
            total += selector(item);
        }

        return total;
    }
}
