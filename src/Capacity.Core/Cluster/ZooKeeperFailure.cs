using System.Globalization;

namespace Capacity.Core.Cluster;

/// <summary>Why a ZooKeeper server, or a node of it, could not be read. One of the records inside.</summary>
public abstract record ZooKeeperFailure
{
    private ZooKeeperFailure(HostPort server) => Server = server;

    /// <summary>Gets the server that was asked.</summary>
    public HostPort Server { get; }

    /// <summary>Gets the reason on one line, without the address of the server.</summary>
    public abstract string Reason { get; }

    /// <summary>Writes the address and the reason on one line.</summary>
    public sealed override string ToString() => $"{Server}: {Reason}";

    /// <summary>No connection: refused, no route, no such name; or it broke.</summary>
    /// <param name="Server">The server that was asked.</param>
    /// <param name="Detail">What the network says.</param>
    public sealed record Unreachable(HostPort Server, string Detail) : ZooKeeperFailure(Server)
    {
        /// <inheritdoc/>
        public override string Reason => $"cannot be reached: {Detail}";
    }

    /// <summary>Our own limit of time ran out.</summary>
    /// <param name="Server">The server that was asked.</param>
    /// <param name="Asked">What was asked of it.</param>
    /// <param name="Limit">The time it had.</param>
    public sealed record TimedOut(HostPort Server, string Asked, TimeSpan Limit) : ZooKeeperFailure(Server)
    {
        /// <inheritdoc/>
        public override string Reason =>
            string.Create(CultureInfo.InvariantCulture, $"no whole answer to {Asked} within {Limit.TotalSeconds:0.###} s");
    }

    /// <summary>The server closed the connection where an answer was due.</summary>
    /// <param name="Server">The server that was asked.</param>
    /// <param name="Asked">What was asked of it.</param>
    public sealed record Closed(HostPort Server, string Asked) : ZooKeeperFailure(Server)
    {
        /// <inheritdoc/>
        public override string Reason => $"closed the connection instead of answering {Asked}";
    }

    /// <summary>The server allows neither <c>mntr</c> nor <c>srvr</c>.</summary>
    /// <param name="Server">The server that was asked.</param>
    public sealed record NotAllowed(HostPort Server) : ZooKeeperFailure(Server)
    {
        /// <inheritdoc/>
        public override string Reason => "runs, but allows neither mntr nor srvr: add them to its 4lw.commands.whitelist";
    }

    /// <summary>The answer is not one of ZooKeeper's, or is longer than allowed.</summary>
    /// <param name="Server">The server that was asked.</param>
    /// <param name="Asked">What was asked of it.</param>
    /// <param name="Detail">What is wrong with the answer.</param>
    public sealed record Malformed(HostPort Server, string Asked, string Detail) : ZooKeeperFailure(Server)
    {
        /// <inheritdoc/>
        public override string Reason => $"unusable answer to {Asked}: {Detail}";
    }

    /// <summary>The server refused the request with an error of its own.</summary>
    /// <param name="Server">The server that was asked.</param>
    /// <param name="Asked">What was asked of it.</param>
    /// <param name="Error">ZooKeeper's name of the error, for example <c>NoNode</c>.</param>
    public sealed record Refused(HostPort Server, string Asked, string Error) : ZooKeeperFailure(Server)
    {
        /// <inheritdoc/>
        public override string Reason => $"answers {Asked} with {Error}";
    }
}
