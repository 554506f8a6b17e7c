namespace Capacity.Simulator.Model;

/// <summary>How large Marathon's largest node in ZooKeeper is.</summary>
/// <param name="timeline">The time.</param>
internal sealed class ZNodes(Timeline timeline)
{
    private const long FirstBytes = 180_000;

    private long before = FirstBytes;
    private DateTimeOffset since;
    private double bytesPerHour;

    /// <summary>Gets its size now; it stops below what no client could read any more.</summary>
    public int Bytes => (int)Math.Min(1_040_000, before + (bytesPerHour * (timeline.Now - since).TotalHours));

    public void Grow(long speed)
    {
        before = bytesPerHour == 0 ? before : Bytes;
        since = timeline.Now;
        bytesPerHour = speed;
    }
}
