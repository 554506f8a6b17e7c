using Capacity.Core.Alerting.Paging;

namespace Capacity.Storage.State.Sqlite;

/// <summary>What waits for a receiver, counted.</summary>
internal sealed class BacklogRow
{
    public string Receiver { get; init; } = "";

    public long Waiting { get; init; }

    public long Held { get; init; }

    public long? OldestPage { get; init; }

    public ReceiverBacklog ToBacklog() => new(Receiver, (int)Waiting, (int)Held, OldestPage is long us ? Moments.ToTime(us) : null);
}
