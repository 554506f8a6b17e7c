namespace Capacity.Core.Alerting.Correlation;

/// <summary>What is known of leaders, agents and deployments.</summary>
public sealed class Leadership
{
    /// <summary>Gets or sets since when no master leads; <see langword="null"/> where one does.</summary>
    public DateTimeOffset? MasterLostAt { get; set; }

    /// <summary>Gets or sets since when no Marathon leads; <see langword="null"/> where one does.</summary>
    public DateTimeOffset? MarathonLostAt { get; set; }

    /// <summary>Gets or sets when a master was elected last, or what looks like it happened.</summary>
    public DateTimeOffset? ChangedAt { get; set; }

    /// <summary>Gets or sets the agents that the leading master cannot reach.</summary>
    public HashSet<string> Unreachable { get; set; } = [];

    /// <summary>Gets or sets when apps were deployed last.</summary>
    public Dictionary<string, DateTimeOffset> Deployed { get; set; } = [];

    internal void Forget(DateTimeOffset before)
    {
        foreach (var (app, at) in Deployed)
        {
            if (at < before)
            {
                Deployed.Remove(app);
            }
        }
    }
}
