namespace Capacity.Server.Metrics;

/// <summary>Figures of what the service has at hand: they are always of the present, and shown anew each time somebody reads them.</summary>
internal interface ICurrentMetrics
{
    /// <summary>Shows how things are now.</summary>
    void Show(DateTimeOffset now);
}
