using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Silences;

/// <summary>A silence as somebody asks for it.</summary>
/// <param name="Id">The silence to change; <see langword="null"/> for a new one.</param>
/// <param name="Matchers">The conditions.</param>
/// <param name="StartsAt">When it begins; <see langword="null"/> for now.</param>
/// <param name="EndsAt">When it ends; <see langword="null"/> where nobody said.</param>
/// <param name="CreatedBy">Who asks.</param>
/// <param name="Comment">Why.</param>
public sealed record SilenceDraft(
    Guid? Id, IReadOnlyList<Matcher> Matchers, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, string CreatedBy, string Comment)
{
    /// <summary>Gets what else is said of it.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();
}
