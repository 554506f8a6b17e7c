namespace Capacity.Cli.Terminal;

/// <summary>Enumerations as people read them: in words, in lower case.</summary>
internal static class Phrases
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()));
}
