using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Checks;

/// <summary>One subject of one check that is not well, or was not a moment ago.</summary>
public sealed record CheckTrack
{
    /// <summary>Gets the labels of the alert but for its name, severity and cluster. They stay what they were when it was first seen.</summary>
    public required LabelSet Labels { get; init; }

    /// <summary>Gets how far it has come.</summary>
    public required CheckStage Stage { get; init; }

    /// <summary>Gets since when it is wrong.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Gets when the alert began to fire; <see langword="null"/> where it does not.</summary>
    public DateTimeOffset? FiringSince { get; init; }

    /// <summary>Gets since when all is well while the alert fires on; <see langword="null"/> where it is not.</summary>
    public DateTimeOffset? ClearSince { get; init; }

    /// <summary>Gets the last value that was seen, in the check's unit; <see langword="null"/> where none was since the start of the service.</summary>
    public double? Value { get; init; }

    /// <summary>Gets what was said with it.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Gets why it is so; <see langword="null"/> where nobody found out.</summary>
    public string? Explanation { get; init; }
}
