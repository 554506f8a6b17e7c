namespace Capacity.Core.Alerting.Paging;

/// <summary>What waits for a receiver.</summary>
/// <param name="Receiver">Its name.</param>
/// <param name="Waiting">The messages that are to be sent.</param>
/// <param name="Held">The tickets that wait for the end of quiet hours.</param>
/// <param name="OldestPageAt">When the oldest page that waits was decided; <see langword="null"/> where none waits.</param>
public sealed record ReceiverBacklog(string Receiver, int Waiting, int Held, DateTimeOffset? OldestPageAt);
