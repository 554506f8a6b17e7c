namespace Capacity.Core.Alerting.Board;

/// <summary>How long alerts live, and how many there may be.</summary>
/// <param name="ResolveTimeout">After what time an alert has ended that its sender gave no end and does not send again.</param>
/// <param name="KeepResolved">How long an alert that has ended is remembered, so that late copies are known for what they are.</param>
/// <param name="MostAlerts">The most alerts, those among them that have ended.</param>
/// <param name="MostOfASender">The most alerts of one sender.</param>
public sealed record BoardLimits(TimeSpan ResolveTimeout, TimeSpan KeepResolved, int MostAlerts, int MostOfASender)
{
    /// <summary>The standard. Alertmanager has the same time-out, and remembers ended alerts for as long.</summary>
    public static BoardLimits Default { get; } = new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), 200_000, 100_000);
}
