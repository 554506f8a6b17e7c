namespace Capacity.Mesos.Marathon;

/// <summary>The answer to <c>/v2/queue</c>: what waits, and what the last offers lacked.</summary>
internal sealed class MarathonQueueJson
{
    public List<EntryJson?>? Queue { get; set; }

    internal sealed class EntryJson
    {
        public IdJson? App { get; set; }

        public IdJson? Pod { get; set; }

        public double? Count { get; set; }

        public DateTimeOffset? Since { get; set; }

        public DelayJson? Delay { get; set; }

        public SummaryJson? ProcessedOffersSummary { get; set; }
    }

    internal sealed class IdJson
    {
        public string? Id { get; set; }
    }

    internal sealed class DelayJson
    {
        public double? TimeLeftSeconds { get; set; }
    }

    internal sealed class SummaryJson
    {
        public List<RejectionJson?>? RejectSummaryLastOffers { get; set; }
    }

    internal sealed class RejectionJson
    {
        public string? Reason { get; set; }

        public double? Declined { get; set; }
    }
}
