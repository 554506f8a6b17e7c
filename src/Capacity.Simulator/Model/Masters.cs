using Capacity.Simulator.Workload;

namespace Capacity.Simulator.Model;

/// <summary>The masters: who runs, who stands for election, who leads and since when.</summary>
/// <param name="seed">Picks the cluster.</param>
/// <param name="timeline">What is going to happen.</param>
/// <param name="nodes">The masters.</param>
internal sealed class Masters(int seed, Timeline timeline, IReadOnlyList<MasterNode> nodes)
{
    private static readonly TimeSpan SessionTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CleanEnd = TimeSpan.FromSeconds(1);

    private int nextSequence;

    public IReadOnlyList<MasterNode> Nodes => nodes;

    /// <summary>Gets whom the others take for the leader, which may be dead; <see langword="null"/> where they know of none.</summary>
    public MasterNode? Detected { get; private set; }

    public DateTimeOffset ElectedAt { get; private set; }

    /// <summary>Gets when the leader had read its registry; <see langword="null"/> while it has not.</summary>
    public DateTimeOffset? RegistryReadAt { get; private set; }

    /// <summary>Gets how many elections there were.</summary>
    public int Terms { get; private set; }

    /// <summary>Gets or sets until when the log takes long to write.</summary>
    public DateTimeOffset SickUntil { get; set; }

    /// <summary>Gets or sets what is to be done when a leader has read its registry.</summary>
    public Action OnRecovered { get; set; } = () => { };

    /// <summary>Gets or sets what is to be done when the leader's process ends.</summary>
    public Action OnLeaderLost { get; set; } = () => { };

    /// <summary>Gets the leader that runs.</summary>
    public MasterNode? Leader => Detected is { IsUp: true } leader ? leader : null;

    public bool IsReady => Leader is not null && RegistryReadAt is not null;

    public bool IsSick => timeline.Now < SickUntil;

    private int Quorum => (nodes.Count / 2) + 1;

    /// <summary>Starts all of them at once, long ago; the first one leads.</summary>
    public void Boot(DateTimeOffset startedAt)
    {
        foreach (var node in nodes)
        {
            node.Id = new RandomStream(seed, StreamOf.Masters, node.Index).Uuid();
            node.StartedAt = startedAt;
            node.LogRecoveredAt = startedAt;
            node.Sequence = nextSequence++;
        }

        Detected = nodes[0];
        ElectedAt = startedAt;
        RegistryReadAt = startedAt;
        Terms = 1;
    }

    /// <summary>Counts something that the leader sees.</summary>
    public void Count(string name, double amount = 1) => Leader?.Count(name, amount);

    /// <summary>Ends a master's process.</summary>
    /// <param name="node">The master.</param>
    /// <param name="isClean">Whether it closes its session, as it does when it is stopped and not killed.</param>
    public void Stop(MasterNode node, bool isClean)
    {
        if (!node.IsUp)
        {
            return;
        }

        node.IsUp = false;
        var epoch = ++node.Epoch;
        if (node == Detected)
        {
            RegistryReadAt = null;
            OnLeaderLost();
        }

        timeline.After(isClean ? CleanEnd : SessionTimeout, () =>
        {
            if (node.Epoch == epoch || node.Sequence is not null)
            {
                Withdraw(node, epoch);
            }
        });
    }

    public void Start(MasterNode node)
    {
        if (node.IsUp)
        {
            return;
        }

        // A node that a dead process left stays until its session ends; the new process takes a number of its own after that.
        var epoch = ++node.Epoch;
        node.IsUp = true;
        node.StartedAt = timeline.Now;
        node.Id = new RandomStream(seed, StreamOf.Masters, node.Index, epoch).Uuid();
        node.ForgetCounters();
        node.LogRecoveredAt = timeline.Now + TimeSpan.FromSeconds(2);
        if (node == Detected)
        {
            Detected = null;
        }

        node.Sequence = null;
        timeline.After(TimeSpan.FromSeconds(1), () =>
        {
            if (node.Epoch == epoch)
            {
                node.Sequence = nextSequence++;
                Elect();
            }
        });
        timeline.At(node.LogRecoveredAt, Recover);
    }

    private void Withdraw(MasterNode node, int epoch)
    {
        if (node.Epoch == epoch)
        {
            node.Sequence = null;
        }

        if (node == Detected && !node.IsUp)
        {
            Detected = null;
        }

        Elect();
    }

    private void Elect()
    {
        if (Detected is not null || nodes.Where(n => n.Sequence is not null).MinBy(n => n.Sequence) is not { IsUp: true } first)
        {
            return;
        }

        Detected = first;
        ElectedAt = timeline.Now;
        RegistryReadAt = null;
        Terms++;
        timeline.After(TimeSpan.FromSeconds(IsSick ? 8 : 0.6), Recover);
    }

    /// <summary>Reads the registry, for which a majority of the copies of the log is needed.</summary>
    private void Recover()
    {
        var copies = nodes.Count(n => n.IsUp && n.LogRecoveredAt <= timeline.Now);
        if (Leader is null || RegistryReadAt is not null || copies < Quorum || timeline.Now < ElectedAt + TimeSpan.FromSeconds(0.5))
        {
            return;
        }

        RegistryReadAt = timeline.Now;
        OnRecovered();
    }
}
