using Capacity.Core.Cluster;

namespace Capacity.Mesos.ZooKeeper;

/// <summary>What an answer to a four-letter word says.</summary>
internal abstract record FourLetterParse
{
    private FourLetterParse()
    {
    }

    public sealed record Read(ZooKeeperServer Server) : FourLetterParse;

    /// <summary>The server runs and does not allow this word.</summary>
    public sealed record NotAllowed : FourLetterParse;

    public sealed record Failed(ZooKeeperFailure Failure) : FourLetterParse;
}
