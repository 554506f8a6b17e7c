using System.Diagnostics;
using System.Globalization;
using Capacity.Core.Cluster;
using Capacity.Mesos.ZooKeeper.Jute;

namespace Capacity.Mesos.ZooKeeper;

/// <summary>Reads who stands for election as the leading Mesos master.</summary>
internal static class MesosElection
{
    // Masters since 0.24 write JSON. Whatever else is below the root, log_replicas and the info_ nodes of older ones, is no candidate.
    private const string Prefix = "json.info_";

    // A cluster has three or five masters; more nodes than this are somebody else's, and are not read.
    private const int MaxCandidates = 50;

    /// <returns>The candidates, or why the server could not tell.</returns>
    public static async Task<ZooKeeperAnswer<MasterElection>> ReadAsync(
        ZooKeeperSession session, string root, CancellationToken cancellationToken)
    {
        switch (await session.GetChildrenAsync(root, cancellationToken))
        {
            case ZooKeeperAnswer<List<string>>.Got(var names):
                return await ReadCandidatesAsync(session, root, names, cancellationToken);

            case ZooKeeperAnswer<List<string>>.Refused(var error, var failure):
                return new ZooKeeperAnswer<MasterElection>.Refused(error, failure);

            case ZooKeeperAnswer<List<string>>.Broken(var failure):
                return new ZooKeeperAnswer<MasterElection>.Broken(failure);

            default:
                throw new UnreachableException();
        }
    }

    private static async Task<ZooKeeperAnswer<MasterElection>> ReadCandidatesAsync(
        ZooKeeperSession session, string root, List<string> names, CancellationToken cancellationToken)
    {
        var standing = names
            .Select(static name => (Name: name, Sequence: FindSequence(name)))
            .Where(static node => node.Sequence is not null)
            .OrderBy(static node => node.Sequence)
            .Take(MaxCandidates);
        List<MasterCandidate> candidates = [];
        foreach (var (name, sequence) in standing)
        {
            switch (await session.GetDataAsync(ZNodePath.Join(root, name), cancellationToken))
            {
                case ZooKeeperAnswer<byte[]>.Got(var data):
                    candidates.Add(MasterInfoText.Parse(name, sequence!.Value, data));
                    break;

                case ZooKeeperAnswer<byte[]>.Refused(ErrorCode.NoAuth, var failure):
                    candidates.Add(new() { Node = name, Sequence = sequence!.Value, Problem = failure.Reason });
                    break;

                case ZooKeeperAnswer<byte[]>.Refused:
                    // It has just left; whoever is next leads.
                    break;

                case ZooKeeperAnswer<byte[]>.Broken(var failure):
                    return new ZooKeeperAnswer<MasterElection>.Broken(failure);

                default:
                    throw new UnreachableException();
            }
        }

        return new ZooKeeperAnswer<MasterElection>.Got(new(root, candidates));
    }

    private static int? FindSequence(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : null;
}
