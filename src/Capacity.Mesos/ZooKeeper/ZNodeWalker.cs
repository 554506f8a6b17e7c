using System.Diagnostics;
using System.Text;
using Capacity.Core.Cluster;
using Capacity.Mesos.ZooKeeper.Jute;

namespace Capacity.Mesos.ZooKeeper;

/// <summary>Sizes the nodes below the roots, breadth first, one request at a time and at a low rate. Reads no data.</summary>
/// <remarks>For one walk.</remarks>
internal sealed class ZNodeWalker(ZooKeeperSession session, ZooKeeperOptions options, TimeProvider time)
{
    private readonly Queue<string> waiting = new();
    private readonly List<string> missingRoots = [];
    private readonly HashSet<string> roots = new(StringComparer.Ordinal);
    private readonly ZNodeTally tally = new(options.Largest);
    private readonly RequestPacer pacer = new(options.RequestsPerSecond, time);
    private readonly DateTimeOffset at = time.GetUtcNow();
    private readonly long started = time.GetTimestamp();
    private bool leftSome;
    private ZooKeeperFailure? failure;

    public async Task<ZNodeSurvey> WalkAsync(CancellationToken cancellationToken)
    {
        foreach (var root in OutermostRoots())
        {
            roots.Add(root);
            waiting.Enqueue(root);
        }

        ZNodeSurveyEnd? end = null;
        while (end is null && waiting.TryDequeue(out var path))
        {
            end = FindEndBefore() ?? await VisitAsync(path, cancellationToken);
        }

        end ??= leftSome ? ZNodeSurveyEnd.NodeBudget : ZNodeSurveyEnd.Whole;
        return tally.ToSurvey(session.Server, at, time.GetElapsedTime(started), options.Roots, end.Value) with
        {
            MissingRoots = missingRoots,
            Failure = failure,
        };
    }

    private List<string> OutermostRoots() =>
        [.. options.Roots.Distinct().Where(path => !options.Roots.Any(other => other != path && ZNodePath.IsWithin(path, other)))];

    private ZNodeSurveyEnd? FindEndBefore() =>
        tally.Seen >= options.MaxNodes ? ZNodeSurveyEnd.NodeBudget
        : time.GetElapsedTime(started) >= options.MaxTime ? ZNodeSurveyEnd.TimeBudget
        : null;

    private async Task<ZNodeSurveyEnd?> VisitAsync(string path, CancellationToken cancellationToken)
    {
        if (!await PauseAsync(cancellationToken))
        {
            return ZNodeSurveyEnd.Failed;
        }

        switch (await session.ExistsAsync(path, cancellationToken))
        {
            case ZooKeeperAnswer<ZNodeStat>.Got(var stat):
                return await ListAsync(new(path, stat.DataLength, stat.NumChildren), stat, cancellationToken);

            case ZooKeeperAnswer<ZNodeStat>.Refused(ErrorCode.NoAuth, _):
                tally.Denied++;
                return null;

            case ZooKeeperAnswer<ZNodeStat>.Refused:
                CountAbsent(path);
                return null;

            case ZooKeeperAnswer<ZNodeStat>.Broken(var broken):
                failure = broken;
                return ZNodeSurveyEnd.Failed;

            default:
                throw new UnreachableException();
        }
    }

    private async Task<ZNodeSurveyEnd?> ListAsync(ZNode node, ZNodeStat stat, CancellationToken cancellationToken)
    {
        if (stat.NumChildren == 0)
        {
            tally.Add(node with { ChildrenListBytes = 0 }, stat);
            return null;
        }

        if (!await PauseAsync(cancellationToken))
        {
            return ZNodeSurveyEnd.Failed;
        }

        switch (await session.GetChildrenAsync(node.Path, cancellationToken))
        {
            case ZooKeeperAnswer<List<string>>.Got(var names):
                tally.Add(node with { Children = names.Count, ChildrenListBytes = names.Sum(ListedBytes) }, stat);
                Enqueue(node.Path, names);
                return null;

            case ZooKeeperAnswer<List<string>>.Refused(ErrorCode.NoAuth, _):
                tally.Add(node, stat);
                tally.Denied++;
                return null;

            case ZooKeeperAnswer<List<string>>.Refused:
                tally.Vanished++;
                return null;

            case ZooKeeperAnswer<List<string>>.Broken(var broken):
                tally.Add(node, stat);
                failure = broken;
                return ZNodeSurveyEnd.Failed;

            default:
                throw new UnreachableException();
        }
    }

    private static long ListedBytes(string name) => sizeof(int) + Encoding.UTF8.GetByteCount(name);

    private void Enqueue(string parent, List<string> names)
    {
        names.Sort(StringComparer.Ordinal);
        var room = (int)Math.Clamp(options.MaxNodes - tally.Seen - waiting.Count, 0, names.Count);
        leftSome |= room < names.Count;
        foreach (var name in names.Take(room))
        {
            waiting.Enqueue(ZNodePath.Join(parent, name));
        }
    }

    private void CountAbsent(string path)
    {
        if (roots.Contains(path))
        {
            missingRoots.Add(path);
        }
        else
        {
            tally.Vanished++;
        }
    }

    /// <summary>Waits for the next turn, and keeps the session alive meanwhile.</summary>
    private async Task<bool> PauseAsync(CancellationToken cancellationToken)
    {
        var wait = pacer.TakeTurn();
        for (var longest = session.Timeout / 3; wait > longest; wait -= longest)
        {
            await Task.Delay(longest, time, cancellationToken);
            failure = await session.PingAsync(cancellationToken);
            if (failure is not null)
            {
                return false;
            }
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }

        return true;
    }
}
