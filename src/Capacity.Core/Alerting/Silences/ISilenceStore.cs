namespace Capacity.Core.Alerting.Silences;

/// <summary>Remembers silences over restarts of this service. What a method has stored outlives a power failure when it returns.</summary>
/// <remarks>All methods throw <see cref="IOException"/> where the store can't be read or written, on a full disk among others.</remarks>
public interface ISilenceStore
{
    /// <summary>Reads every silence that is remembered, in no order.</summary>
    Task<IReadOnlyList<Silence>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Stores silences, all or none, in the place of those of the same names.</summary>
    Task PutAsync(IReadOnlyCollection<Silence> silences, CancellationToken cancellationToken);

    /// <summary>Forgets silences that ended before a time.</summary>
    /// <returns>How many.</returns>
    Task<int> DropEndedBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken);
}
