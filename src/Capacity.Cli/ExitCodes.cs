namespace Capacity.Cli;

/// <summary>What the command returns to the shell.</summary>
internal static class ExitCodes
{
    /// <summary>Done, and nothing is missing.</summary>
    public const int Ok = 0;

    /// <summary>Failed for a reason that is said on standard error.</summary>
    public const int Failed = 1;

    /// <summary>The arguments are wrong.</summary>
    public const int BadArguments = 2;

    /// <summary>Done, but something could not be read: the report says what.</summary>
    public const int Partial = 3;

    /// <summary>No leading master could be found.</summary>
    public const int NoLeader = 4;

    /// <summary>Asked whether something fits: it does not, and the answer says why.</summary>
    public const int DoesNotFit = 5;

    /// <summary>Ended by Ctrl+C.</summary>
    public const int Cancelled = 130;
}
