namespace Capacity.Core.Checks;

/// <summary>How far something that is wrong has come.</summary>
public enum CheckStage
{
    /// <summary>It is wrong, and has not been for long enough.</summary>
    Pending,

    /// <summary>The alert fires.</summary>
    Firing,
}
