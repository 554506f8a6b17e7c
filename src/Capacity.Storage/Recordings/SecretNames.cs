using System.Buffers;

namespace Capacity.Storage.Recordings;

/// <summary>Tells by its name whether a value may be a secret.</summary>
internal static class SecretNames
{
    /// <summary>The words as alternatives of a regular expression.</summary>
    public const string Pattern = "password|passwd|secret|token|credential|api_key|apikey|private_key|authorization";

    private static readonly SearchValues<string> Words = SearchValues.Create(Pattern.Split('|'), StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> Trees = SearchValues.Create(["environment"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the name contains one of the words that make any value a secret.</summary>
    public static bool IsSecret(ReadOnlySpan<char> name) => name.ContainsAny(Words);

    /// <summary>Whether all values below the name may be secrets, while their names and their shape tell nothing.</summary>
    public static bool IsSecretTree(ReadOnlySpan<char> name) =>
        name is "env" or "ENV" or "secrets" or "cmd" or "args" or "argv" || name.ContainsAny(Trees);

    /// <summary>Whether the name, in a <c>command</c> object, is of what is run.</summary>
    public static bool IsPartOfCommand(ReadOnlySpan<char> name) => name is "value" or "arguments" or "shell";
}
