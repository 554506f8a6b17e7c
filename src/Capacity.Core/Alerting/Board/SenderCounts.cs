namespace Capacity.Core.Alerting.Board;

/// <summary>How many alerts each sender has on the board, so that one of them can't fill it.</summary>
internal sealed class SenderCounts(BoardLimits limits)
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private int all;

    /// <summary>Whether one more of this sender may come.</summary>
    public bool HasRoom(string sender) => all < limits.MostAlerts && counts.GetValueOrDefault(sender) < limits.MostOfASender;

    public void Add(string sender)
    {
        all++;
        counts[sender] = counts.GetValueOrDefault(sender) + 1;
    }

    public void Remove(string sender)
    {
        all--;
        if ((counts[sender] -= 1) == 0)
        {
            counts.Remove(sender);
        }
    }
}
