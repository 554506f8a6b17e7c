using Capacity.Core.Alerting;

namespace Capacity.Core.Checks.Rules;

/// <summary>Writes down how checks decide unless they are told otherwise.</summary>
internal static class Standards
{
    private static readonly TimeSpan KeepFiring = TimeSpan.FromMinutes(2);

    public static CheckSettings Critical(TimeSpan hold) => Of(AlertSeverity.Critical, hold);

    public static CheckSettings Warning(TimeSpan hold) => Of(AlertSeverity.Warning, hold);

    public static CheckSettings Info(TimeSpan hold) => Of(AlertSeverity.Info, hold);

    /// <summary>Gives a check a threshold, and the value at which all is well again.</summary>
    public static CheckSettings Beyond(this CheckSettings settings, double threshold, double clear) => settings with { Threshold = threshold, Clear = clear };

    public static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);

    private static CheckSettings Of(AlertSeverity severity, TimeSpan hold) => new() { For = hold, KeepFiring = KeepFiring, Severity = severity };
}
