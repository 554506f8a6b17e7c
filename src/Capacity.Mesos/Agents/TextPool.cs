namespace Capacity.Mesos.Agents;

/// <summary>Gives equal texts one instance. An agent's answer says the same few states, roles and labels over and over.</summary>
internal sealed class TextPool
{
    private readonly HashSet<string> texts = new(StringComparer.Ordinal);

    /// <summary>Gives the first text that came equal to this one.</summary>
    public string Share(string text)
    {
        if (texts.TryGetValue(text, out var known))
        {
            return known;
        }

        texts.Add(text);
        return text;
    }
}
