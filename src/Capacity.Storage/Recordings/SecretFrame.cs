namespace Capacity.Storage.Recordings;

/// <summary>What <see cref="SecretJson"/> knows about one open object or array.</summary>
internal sealed class SecretFrame
{
    /// <summary>Gets how it is treated itself.</summary>
    public SecretTreatment Inherited { get; init; }

    /// <summary>Gets or sets how its next value is treated.</summary>
    public SecretTreatment Next { get; set; }

    /// <summary>Gets or sets where the object or array that was last opened within it begins.</summary>
    public int StartOfChild { get; set; }

    /// <summary>Gets or sets whether the next value is that of <c>key</c> or <c>name</c>.</summary>
    public bool IsKey { get; set; }

    /// <summary>Gets or sets whether the next value is that of <c>value</c>.</summary>
    public bool IsValue { get; set; }

    /// <summary>Gets or sets whether the next value is that of <c>shell</c>: a command, or only whether there is a shell.</summary>
    public bool IsShell { get; set; }

    /// <summary>Gets or sets whether a whole <c>key</c> or <c>name</c> was seen.</summary>
    public bool HasKey { get; set; }

    /// <summary>Gets or sets whether the <c>key</c> or <c>name</c> was that of a secret.</summary>
    public bool IsKeyOfSecret { get; set; }

    /// <summary>Gets or sets where <c>value</c> stands; <see langword="null"/> where there was none yet.</summary>
    public (int Start, int End)? Value { get; set; }
}
