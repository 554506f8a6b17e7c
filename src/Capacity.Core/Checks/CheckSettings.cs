using Capacity.Core.Alerting;

namespace Capacity.Core.Checks;

/// <summary>How one check decides.</summary>
public sealed record CheckSettings
{
    /// <summary>Gets a value indicating whether it is done at all.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Gets the value beyond which something is wrong, in the check's unit; <see langword="null"/> where it is wrong by itself.</summary>
    public double? Threshold { get; init; }

    /// <summary>Gets the value at which all is well again; between the two nothing changes. <see langword="null"/> where there is no threshold.</summary>
    public double? Clear { get; init; }

    /// <summary>Gets how long something has to be wrong before the alert fires.</summary>
    public required TimeSpan For { get; init; }

    /// <summary>Gets how long all has to be well before the alert ends.</summary>
    public required TimeSpan KeepFiring { get; init; }

    /// <summary>Gets the severity of the alert.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>Gets the address of the runbook; <see langword="null"/> for the section of that name among all runbooks.</summary>
    public string? Runbook { get; init; }
}
