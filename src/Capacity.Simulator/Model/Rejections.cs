namespace Capacity.Simulator.Model;

/// <summary>Why the last offers did not fit an app. An offer fails at the first thing that it lacks, in Marathon's order.</summary>
internal sealed class Rejections
{
    private static readonly string[] Order =
    [
        "UnfulfilledRole", "UnfulfilledConstraint", "NoCorrespondingReservationFound", "AgentMaintenance", "InsufficientCpus", "InsufficientMemory",
        "InsufficientDisk", "InsufficientGpus", "InsufficientPorts", "DeclinedScarceResources",
    ];

    private readonly int[] declined = new int[Order.Length];

    public static IReadOnlyList<string> Reasons => Order;

    /// <summary>Gets how many offers were looked at in the last round.</summary>
    public int Processed { get; private set; }

    /// <summary>Gets how many were looked at since the app began to wait.</summary>
    public long ProcessedInAll { get; private set; }

    public IReadOnlyList<int> Declined => declined;

    public void Begin()
    {
        Array.Clear(declined);
        Processed = 0;
    }

    public void Take(string? reason)
    {
        Processed++;
        ProcessedInAll++;
        if (reason is not null)
        {
            declined[Array.IndexOf(Order, reason)]++;
        }
    }

    public void Forget()
    {
        Begin();
        ProcessedInAll = 0;
    }
}
