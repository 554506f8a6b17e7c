using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Context;
using Capacity.Core.Alerting.Incidents;

namespace Capacity.Server.Incidents;

/// <summary>Something that the desk has to know.</summary>
internal abstract record DeskInput
{
    private DeskInput()
    {
    }

    /// <summary>Alerts changed on the board.</summary>
    /// <param name="Changes">What changed, in order.</param>
    /// <param name="Timestamp">When that came in, by the clock that measures.</param>
    internal sealed record Alerts(IReadOnlyList<AlertChange> Changes, long Timestamp) : DeskInput;

    /// <summary>Somebody announced something.</summary>
    /// <param name="Change">The change as it is from now on.</param>
    /// <param name="Events">What the correlator is to know.</param>
    /// <param name="Stored">Ends when it is on disk.</param>
    internal sealed record Announcement(AnnouncedChange Change, IReadOnlyList<ContextEvent> Events, TaskCompletionSource Stored) : DeskInput;
}
