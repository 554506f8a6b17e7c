namespace Capacity.Core.Cluster;

/// <summary>Why a source gave no usable answer.</summary>
public enum FailureReason
{
    /// <summary>No connection: refused, reset, or the name does not resolve.</summary>
    Unreachable,

    /// <summary>No whole answer within the time-out.</summary>
    TimedOut,

    /// <summary>The TLS handshake failed.</summary>
    Tls,

    /// <summary>The credentials are missing or wrong (401).</summary>
    Unauthorized,

    /// <summary>The credentials do not allow this (403).</summary>
    Forbidden,

    /// <summary>There is no such endpoint, or not yet (404).</summary>
    NotFound,

    /// <summary>The server refuses the content type (415).</summary>
    UnsupportedMediaType,

    /// <summary>The server is starting or recovering, or no leader is known (503).</summary>
    NotReady,

    /// <summary>Redirected in a loop, too often, or to nowhere.</summary>
    Redirected,

    /// <summary>Any other status.</summary>
    BadStatus,

    /// <summary>The answer is larger than the limit.</summary>
    TooLarge,

    /// <summary>The answer is not what it should be: cut off, garbage, or the wrong shape.</summary>
    Malformed,
}
