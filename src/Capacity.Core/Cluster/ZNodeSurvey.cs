namespace Capacity.Core.Cluster;

/// <summary>The sizes of the znodes below some roots, read one by one within a budget.</summary>
public sealed record ZNodeSurvey
{
    /// <summary>Gets the server whose copy was read.</summary>
    public required HostPort Server { get; init; }

    /// <summary>Gets when the first request was sent.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets how long it took. Nodes that changed meanwhile are counted as they were when read.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>Gets the paths where it began.</summary>
    public required IReadOnlyList<string> Roots { get; init; }

    /// <summary>Gets the roots that do not exist.</summary>
    public IReadOnlyList<string> MissingRoots { get; init; } = [];

    /// <summary>Gets whether it saw everything, and if not, what stopped it.</summary>
    public required ZNodeSurveyEnd End { get; init; }

    /// <summary>Gets why it stopped; <see langword="null"/> unless <see cref="End"/> is <see cref="ZNodeSurveyEnd.Failed"/>.</summary>
    public ZooKeeperFailure? Failure { get; init; }

    /// <summary>Gets the number of nodes whose size was read, the roots among them.</summary>
    public required long NodesSeen { get; init; }

    /// <summary>Gets the number of nodes that were listed and gone when asked for.</summary>
    public long NodesVanished { get; init; }

    /// <summary>Gets the number of nodes that could not be read, or whose children could not be listed, for lack of rights.</summary>
    public long NodesDenied { get; init; }

    /// <summary>Gets the number of nodes seen that end with the session of a client.</summary>
    public long Ephemerals { get; init; }

    /// <summary>Gets the bytes of data of all nodes seen, names not counted.</summary>
    public required long TotalDataBytes { get; init; }

    /// <summary>Gets the nodes with the most data, the largest first, ties by path.</summary>
    public IReadOnlyList<ZNode> LargestByData { get; init; } = [];

    /// <summary>Gets the nodes with the largest lists of children, the largest first, ties by path; only nodes with children.</summary>
    public IReadOnlyList<ZNode> LargestByChildren { get; init; } = [];
}
