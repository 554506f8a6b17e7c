namespace Capacity.Server.AlertmanagerApi;

/// <summary>Bounds how many lists are written at the same time; each holds the alerts of its moment.</summary>
internal sealed class ReadLimit
{
    /// <summary>The most at the same time; Alertmanager has the same number where there are few processors.</summary>
    public const int Most = 8;

    private int taken;

    /// <summary>Takes a place; <see langword="false"/> where there is none.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref taken) <= Most)
        {
            return true;
        }

        Leave();
        return false;
    }

    /// <summary>Gives the place back.</summary>
    public void Leave() => Interlocked.Decrement(ref taken);
}
