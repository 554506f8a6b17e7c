namespace Capacity.Server.Paging.Receivers;

/// <summary>An alert as Alertmanager takes it.</summary>
/// <param name="Labels">Its labels.</param>
/// <param name="Annotations">What is known of it.</param>
/// <param name="StartsAt">When it began.</param>
/// <param name="EndsAt">When it ended, or will have if nobody says otherwise.</param>
/// <param name="GeneratorURL">Where it comes from.</param>
internal sealed record PostedAlert(
    IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, string> Annotations, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string GeneratorURL);
