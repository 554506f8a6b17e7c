namespace Capacity.Core.RightSizing.Advice;

/// <summary>What an app is, in a word.</summary>
public enum Verdict
{
    /// <summary>Too little is known to say, or to trust what it looks like.</summary>
    Unknown,

    /// <summary>Nothing to change.</summary>
    Fine,

    /// <summary>Its instances are larger than they have to be.</summary>
    TooBig,

    /// <summary>It has more instances than it needs.</summary>
    TooMany,

    /// <summary>Both.</summary>
    TooBigAndTooMany,

    /// <summary>It does nothing.</summary>
    Idle,

    /// <summary>Its instances are smaller than they should be.</summary>
    TooSmall,
}
