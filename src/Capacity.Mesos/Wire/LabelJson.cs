namespace Capacity.Mesos.Wire;

internal sealed class LabelJson
{
    public string? Key { get; set; }

    public string? Value { get; set; }

    public static IReadOnlyDictionary<string, string> ToDictionary(List<LabelJson?>? labels, Func<string, string> share)
    {
        if (labels is not { Count: > 0 })
        {
            return Empty;
        }

        // Mesos lets a key occur twice; the last one counts.
        var result = new Dictionary<string, string>(labels.Count, StringComparer.Ordinal);
        foreach (var label in labels.Present())
        {
            if (label.Key is { } key)
            {
                result[share(key)] = share(label.Value ?? string.Empty);
            }
        }

        return result;
    }

    private static readonly IReadOnlyDictionary<string, string> Empty = new Dictionary<string, string>();
}
