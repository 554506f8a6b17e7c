namespace Capacity.Core.Planning.Defragmentation.Search;

/// <summary>Knows whether a machine that some moves are about has changed since they were found.</summary>
internal sealed class ChangeLog(int machines)
{
    private readonly int[] changed = new int[machines];

    /// <summary>Gets the number of the latest change.</summary>
    public int Now { get; private set; }

    /// <summary>Notes that moves were made or taken back.</summary>
    public void Note(MoveBundle bundle)
    {
        Now++;
        foreach (var move in bundle.Moves)
        {
            (changed[move.From], changed[move.To]) = (Now, Now);
        }
    }

    /// <summary>Says whether nothing has changed since then on the machines that some moves are about.</summary>
    public bool IsAsItWas(MoveBundle bundle, int then)
    {
        foreach (var move in bundle.Moves)
        {
            if (changed[move.From] > then || changed[move.To] > then)
            {
                return false;
            }
        }

        return true;
    }
}
