using Capacity.Simulator.Synthetic;

namespace Capacity.Simulator.Model;

/// <summary>One instance of an app on an agent.</summary>
internal sealed class Instance(AppState app, AgentNode agent, SyntheticExecutor executor, DateTimeOffset version)
{
    public AppState App => app;

    public AgentNode Agent => agent;

    public SyntheticExecutor Executor => executor;

    /// <summary>Gets the version of the app that it runs.</summary>
    public DateTimeOffset Version => version;

    public bool HasEnded { get; set; }

    /// <summary>Gets or sets a value indicating whether the master lost its agent, and Marathon has replaced it.</summary>
    public bool IsLost { get; set; }

    /// <summary>Gets or sets a value indicating whether it belongs to a framework that has got a new id, and nobody looks after it.</summary>
    public bool IsOrphan { get; set; }
}
