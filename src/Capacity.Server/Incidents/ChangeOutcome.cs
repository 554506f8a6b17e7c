using Capacity.Core.Alerting.Incidents;

namespace Capacity.Server.Incidents;

/// <summary>What came of an announcement: <see cref="Done"/>, <see cref="Unknown"/> or <see cref="Refused"/>.</summary>
internal abstract record ChangeOutcome
{
    private ChangeOutcome()
    {
    }

    /// <summary>It is on disk.</summary>
    internal sealed record Done(AnnouncedChange Change) : ChangeOutcome;

    /// <summary>There is no such change or target; <paramref name="Reason"/> is for a person.</summary>
    internal sealed record Unknown(string Reason) : ChangeOutcome;

    /// <summary>It can't be so; <paramref name="Reason"/> is for a person.</summary>
    internal sealed record Refused(string Reason) : ChangeOutcome;
}
