using System.Globalization;
using System.Text.Json.Serialization;

namespace Capacity.Core.Alerting.Context;

/// <summary>The time in which one machine may be gone.</summary>
/// <param name="Change">What for.</param>
/// <param name="Host">The machine.</param>
/// <param name="Begin">From when.</param>
/// <param name="End">The expected end.</param>
/// <param name="Deadline">The expected end and the grace: what is still gone then is decided upon.</param>
public sealed record Window(string Change, string Host, DateTimeOffset Begin, DateTimeOffset End, DateTimeOffset Deadline)
{
    /// <summary>Says until when, for a person: the time, and the day where it is another one than that of the beginning.</summary>
    [JsonIgnore]
    public string Until => End - Begin >= ContextEvent.MaintenanceScheduled.Endless ? "somebody gives it back"
        : Deadline.UtcDateTime.Date == Begin.UtcDateTime.Date ? Deadline.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture)
        : Deadline.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
