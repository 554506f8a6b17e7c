using Capacity.Core.Cluster;

namespace Capacity.Simulator.Model;

/// <summary>One master.</summary>
/// <param name="index">Which one, from 0.</param>
/// <param name="address">Where it answers.</param>
internal sealed class MasterNode(int index, HostPort address)
{
    private readonly Dictionary<string, double> counters = new(StringComparer.Ordinal);

    public int Index => index;

    public HostPort Address => address;

    public string Hostname => $"master{index + 1}.mesos.test";

    /// <summary>Gets or sets the id that a new process gives itself.</summary>
    public string Id { get; set; } = string.Empty;

    public bool IsUp { get; set; } = true;

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>Gets or sets the number at the end of its node's name; <see langword="null"/> while it does not stand for election.</summary>
    public int? Sequence { get; set; }

    /// <summary>Gets or sets when its copy of the log can be read.</summary>
    public DateTimeOffset LogRecoveredAt { get; set; }

    /// <summary>Gets or sets a counter that makes what was planned for the process before void.</summary>
    public int Epoch { get; set; }

    public IReadOnlyDictionary<string, double> Counters => counters;

    public void Count(string name, double amount = 1) => counters[name] = counters.GetValueOrDefault(name) + amount;

    public void ForgetCounters() => counters.Clear();
}
