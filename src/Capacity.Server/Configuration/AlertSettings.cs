using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Policies;
using Capacity.Core.Alerting.Silences;

namespace Capacity.Server.Configuration;

/// <summary>How alerts are taken, and how many.</summary>
public sealed record AlertSettings
{
    /// <summary>The standard.</summary>
    public static AlertSettings Default { get; } = new();

    /// <summary>Gets the path under which the Alertmanager API is served too, such as <c>/alertmanager</c>; empty for none.</summary>
    public string PathPrefix { get; init; } = "";

    /// <summary>Gets the name of the receiver that clients are shown.</summary>
    public string Receiver { get; init; } = "capacity";

    /// <summary>Gets the labels by which alerts are grouped for clients.</summary>
    public IReadOnlyList<string> GroupBy { get; init; } = ["alertname"];

    /// <summary>Gets how long alerts live, and how many there may be.</summary>
    public BoardLimits Board { get; init; } = BoardLimits.Default;

    /// <summary>Gets how many silences there may be, and how long they are remembered.</summary>
    public SilenceLimits Silences { get; init; } = SilenceLimits.Default;

    /// <summary>Gets how alerts become incidents, and which of these page.</summary>
    public AlertPolicy Policy { get; init; } = AlertPolicy.Default;

    /// <summary>Gets how long incidents are remembered that are over.</summary>
    public TimeSpan KeepIncidents { get; init; } = TimeSpan.FromDays(400);

    /// <summary>Gets where received alerts are written down, to be replayed; <see langword="null"/> for nowhere.</summary>
    public ReceivedLogSettings? ReceivedLog { get; init; }

    /// <summary>Gets the largest body of a request, in bytes.</summary>
    public int MaxBodyBytes { get; init; } = 16 << 20;

    /// <summary>Gets the most labels of an alert, and the most annotations.</summary>
    public int MaxLabels { get; init; } = 64;

    /// <summary>Gets the longest name of a label or an annotation, in bytes.</summary>
    public int MaxNameBytes { get; init; } = 1024;

    /// <summary>Gets the longest value of a label or an annotation, in bytes.</summary>
    public int MaxValueBytes { get; init; } = 16 << 10;
}
