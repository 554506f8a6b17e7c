namespace Capacity.Server.Configuration;

/// <summary>What came of reading a configuration: <see cref="Loaded"/> or <see cref="Refused"/>.</summary>
public abstract record ConfigurationOutcome
{
    private ConfigurationOutcome()
    {
    }

    /// <summary>It can be used.</summary>
    /// <param name="Configuration">The configuration.</param>
    public sealed record Loaded(ServiceConfiguration Configuration) : ConfigurationOutcome;

    /// <summary>It cannot.</summary>
    /// <param name="Faults">Everything that is wrong with it, one line each.</param>
    public sealed record Refused(IReadOnlyList<string> Faults) : ConfigurationOutcome;
}
