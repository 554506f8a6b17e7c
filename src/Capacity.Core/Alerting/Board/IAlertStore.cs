using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Board;

/// <summary>Remembers alerts over restarts of this service. What a method has stored outlives a power failure when it returns.</summary>
/// <remarks>All methods throw <see cref="IOException"/> where the store can't be read or written, on a full disk among others.</remarks>
public interface IAlertStore
{
    /// <summary>Reads every alert that is remembered, in no order; none of them is silenced.</summary>
    /// <param name="pool">Shares the strings.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<Alert>> ReadAsync(LabelPool pool, CancellationToken cancellationToken);

    /// <summary>Stores alerts and forgets others, all or none.</summary>
    /// <param name="changed">The alerts, each in the place of the one with the same labels.</param>
    /// <param name="forgotten">Those to forget.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    Task WriteAsync(IReadOnlyCollection<Alert> changed, IReadOnlyCollection<Alert> forgotten, CancellationToken cancellationToken);
}
