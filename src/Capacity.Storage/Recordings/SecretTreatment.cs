namespace Capacity.Storage.Recordings;

/// <summary>What <see cref="SecretJson"/> does with a value, from little to much.</summary>
internal enum SecretTreatment
{
    /// <summary>It looks for secrets within.</summary>
    Keep,

    /// <summary>It is a command: text is replaced, of an object only what is run.</summary>
    Command,

    /// <summary>All strings, numbers and booleans within are replaced; names and shape stay.</summary>
    RedactValues,

    /// <summary>It is replaced as a whole.</summary>
    RedactWhole,
}
