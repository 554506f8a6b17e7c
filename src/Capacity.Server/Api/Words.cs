namespace Capacity.Server.Api;

/// <summary>Writes enumerations in documents: in camel case, as JSON names are.</summary>
public static class Words
{
    /// <summary>Writes one value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
