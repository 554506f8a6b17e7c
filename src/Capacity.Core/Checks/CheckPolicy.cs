namespace Capacity.Core.Checks;

/// <summary>How all checks decide.</summary>
public sealed record CheckPolicy
{
    /// <summary>The standard.</summary>
    public static CheckPolicy Default { get; } = new();

    /// <summary>Gets how long after the start of the service nothing begins to fire, and nothing of before ends. The default is 2 minutes.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets the page with the runbooks, a section for each check; <see langword="null"/> for the service's own.</summary>
    public string? Runbooks { get; init; }

    /// <summary>Gets what differs from the standard, by the name of the check.</summary>
    public IReadOnlyDictionary<string, CheckSettings> Changed { get; init; } = new Dictionary<string, CheckSettings>();

    /// <summary>Gets how a check decides.</summary>
    public CheckSettings Of(CheckRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Changed.GetValueOrDefault(rule.Name, rule.Standard);
    }
}
