namespace Capacity.Mesos.Wire;

/// <summary>Lists as they come over the wire: a list may be absent, and so may an element of it.</summary>
internal static class WireLists
{
    /// <summary>Gives the elements that are there; none for no list.</summary>
    public static IEnumerable<T> Present<T>(this IEnumerable<T?>? items)
        where T : class => (items ?? []).OfType<T>();
}
