namespace Capacity.Core.Alerting.Incidents;

/// <summary>A change of machines that somebody announced.</summary>
public sealed record AnnouncedChange
{
    /// <summary>Gets its name.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what it does, such as <c>master_update</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the machines, each with when it was taken and given back.</summary>
    public required IReadOnlyList<ChangeTarget> Targets { get; init; }

    /// <summary>Gets how long one machine may take; <see langword="null"/> for the policy's time.</summary>
    public TimeSpan? Expected { get; init; }

    /// <summary>Gets what is allowed beyond; <see langword="null"/> for the policy's time.</summary>
    public TimeSpan? Grace { get; init; }

    /// <summary>Gets who announced it.</summary>
    public string Author { get; init; } = "";

    /// <summary>Gets what for.</summary>
    public string Comment { get; init; } = "";

    /// <summary>Gets when it was announced.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets when it was over; <see langword="null"/> as long as it is not.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}
