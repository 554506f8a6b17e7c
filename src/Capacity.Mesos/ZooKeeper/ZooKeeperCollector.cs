using System.Diagnostics;
using Capacity.Core.Cluster;
using Capacity.Core.Recordings;
using Capacity.Mesos.ZooKeeper.Jute;

namespace Capacity.Mesos.ZooKeeper;

/// <summary>Reads one ZooKeeper ensemble: the state of its servers, the sizes of its nodes, and the election of Mesos masters.</summary>
public sealed class ZooKeeperCollector
{
    private readonly ZooKeeperOptions options;
    private readonly TimeProvider time;
    private readonly ExchangeRecorder recorder;
    private readonly FourLetterWords words;

    /// <summary>Takes what to read, and where to keep the exchanges if anywhere.</summary>
    /// <exception cref="ArgumentException"><paramref name="options"/> have faults; all of them are named.</exception>
    public ZooKeeperCollector(ZooKeeperOptions options, TimeProvider time, IExchangeSink? sink = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        var faults = options.FindFaults();
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", faults), nameof(options));
        }

        this.options = options;
        this.time = time;
        recorder = new(sink, time);
        words = new(options.RequestTimeout, time, recorder);
    }

    /// <summary>Reads all that the options ask for, once. What cannot be read is said in the result.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<ZooKeeperOverview> CollectAsync(CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var readings = await Task.WhenAll(options.Servers.Select(server => words.ReadAsync(server, cancellationToken)));
        var overview = new ZooKeeperOverview { At = at, Readings = readings };
        if (options.Roots.Count == 0 && options.ElectionRoot is null)
        {
            return overview;
        }

        List<ZooKeeperFailure> failures = [];
        await using var session = await OpenAnyAsync(ServerPreference.Order(readings), failures, cancellationToken);
        if (session is null)
        {
            return overview with
            {
                SessionFailures = failures,
                Election = options.ElectionRoot is null ? null : new MasterElectionOutcome.Failed(failures),
            };
        }

        // The election is a few requests, and the survey may break the session.
        var election = options.ElectionRoot is { } root ? await ReadElectionAsync(session, root, cancellationToken) : null;
        return overview with
        {
            SessionFailures = failures,
            Election = election,
            Survey = options.Roots.Count == 0 || !session.IsUsable
                ? null
                : await new ZNodeWalker(session, options, time).WalkAsync(cancellationToken),
        };
    }

    /// <summary>Reads the election alone, from the first server that can tell.</summary>
    /// <exception cref="InvalidOperationException">The options name no election root.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<MasterElectionOutcome> FindMastersAsync(CancellationToken cancellationToken)
    {
        if (options.ElectionRoot is not { } root)
        {
            throw new InvalidOperationException("The options name no election root.");
        }

        List<ZooKeeperFailure> failures = [];
        foreach (var server in options.Servers)
        {
            await using var session = await OpenAnyAsync([server], failures, cancellationToken);
            if (session is null)
            {
                continue;
            }

            var outcome = await ReadElectionAsync(session, root, cancellationToken);
            if (outcome is not MasterElectionOutcome.Failed(var reasons))
            {
                return outcome;
            }

            failures.AddRange(reasons);
        }

        return new MasterElectionOutcome.Failed(failures);
    }

    private static async Task<MasterElectionOutcome> ReadElectionAsync(ZooKeeperSession session, string root, CancellationToken cancellationToken) =>
        await MesosElection.ReadAsync(session, root, cancellationToken) switch
        {
            ZooKeeperAnswer<MasterElection>.Got(var election) => new MasterElectionOutcome.Read(election),
            ZooKeeperAnswer<MasterElection>.Refused(_, var failure) => new MasterElectionOutcome.Failed([failure]),
            ZooKeeperAnswer<MasterElection>.Broken(var failure) => new MasterElectionOutcome.Failed([failure]),
            _ => throw new UnreachableException(),
        };

    private async Task<ZooKeeperSession?> OpenAnyAsync(
        IEnumerable<HostPort> servers, List<ZooKeeperFailure> failures, CancellationToken cancellationToken)
    {
        foreach (var server in servers)
        {
            switch (await ZooKeeperSession.OpenAsync(server, options, time, recorder, cancellationToken))
            {
                case ZooKeeperAnswer<ZooKeeperSession>.Got(var session):
                    return session;

                case ZooKeeperAnswer<ZooKeeperSession>.Broken(var failure):
                    failures.Add(failure);
                    break;

                default:
                    throw new UnreachableException();
            }
        }

        return null;
    }
}
