namespace Capacity.Core.Alerting.Silences;

/// <summary>What became of a wish to make, change or end a silence.</summary>
public abstract record SilenceOutcome
{
    private SilenceOutcome()
    {
    }

    /// <summary>It is as wished.</summary>
    /// <param name="Id">The silence's name: a new one where the wish would have changed the past.</param>
    /// <param name="Changed">Every silence that is another now, and has to be stored before anybody is told.</param>
    public sealed record Done(Guid Id, IReadOnlyList<Silence> Changed) : SilenceOutcome;

    /// <summary>There is no silence of that name.</summary>
    public sealed record Unknown : SilenceOutcome;

    /// <summary>It can't be.</summary>
    /// <param name="Reason">Why, in the words of Alertmanager.</param>
    public sealed record Refused(string Reason) : SilenceOutcome;
}
