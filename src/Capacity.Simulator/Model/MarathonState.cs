using Capacity.Core.Cluster;
using Capacity.Simulator.Synthetic;

namespace Capacity.Simulator.Model;

/// <summary>One framework: a Marathon with its servers and apps, or Chronos, which has no servers here.</summary>
/// <param name="servers">Where its servers answer.</param>
/// <param name="framework">What it is registered as.</param>
internal sealed class MarathonState(IReadOnlyList<HostPort> servers, SyntheticFramework framework)
{
    public IReadOnlyList<HostPort> Servers => servers;

    /// <summary>Gets or sets what it is registered as; another id is another framework.</summary>
    public SyntheticFramework Framework { get; set; } = framework;

    /// <summary>Gets the frameworks that it was before, whose tasks still run.</summary>
    public List<SyntheticFramework> Former { get; } = [];

    /// <summary>Gets or sets which server leads; <see langword="null"/> while none does.</summary>
    public int? Leader { get; set; } = 0;

    /// <summary>Gets or sets which server is down; <see langword="null"/> for none.</summary>
    public int? Down { get; set; }

    /// <summary>Gets or sets a value indicating whether the leading master has its connection.</summary>
    public bool IsSubscribed { get; set; } = true;

    public DateTimeOffset RegisteredAt { get; set; }

    public DateTimeOffset LeadsSince { get; set; }

    public List<AppState> Apps { get; } = [];

    public bool CanLaunch => IsSubscribed && (Leader is not null || servers.Count == 0);
}
