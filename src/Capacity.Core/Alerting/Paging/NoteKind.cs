namespace Capacity.Core.Alerting.Paging;

/// <summary>What somebody did about an incident.</summary>
public enum NoteKind
{
    /// <summary>Wrote something.</summary>
    Comment,

    /// <summary>Took it on.</summary>
    Acknowledgement,
}
