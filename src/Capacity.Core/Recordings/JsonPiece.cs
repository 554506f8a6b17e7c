namespace Capacity.Core.Recordings;

/// <summary>What <see cref="JsonScanner"/> stands on.</summary>
public enum JsonPiece
{
    /// <summary>Before the first piece, or after the last.</summary>
    None,

    /// <summary>An opening brace.</summary>
    StartObject,

    /// <summary>A closing brace.</summary>
    EndObject,

    /// <summary>An opening bracket.</summary>
    StartArray,

    /// <summary>A closing bracket.</summary>
    EndArray,

    /// <summary>A name in an object, quotes included.</summary>
    PropertyName,

    /// <summary>A string value, quotes included.</summary>
    Text,

    /// <summary>A number, <c>true</c>, <c>false</c>, <c>null</c>, or a bare <c>NaN</c> or <c>Infinity</c>.</summary>
    Literal,
}
