using System.Globalization;
using System.Text.RegularExpressions;

namespace Capacity.Server.Tests.AlertmanagerApi;

/// <summary>Moves what was recorded into the time and the names of a test.</summary>
/// <param name="shift">What to add to recorded times.</param>
internal sealed partial class RecordedTimes(TimeSpan shift)
{
    private readonly Dictionary<string, string> names = [];

    /// <summary>Moves a request.</summary>
    public string Move(string text) => Id().Replace(
        Time().Replace(text, m => DateTimeOffset.Parse(m.Value, CultureInfo.InvariantCulture) is { Year: > 1 } time ? $"{(time + shift).UtcDateTime:O}" : m.Value),
        m => names.GetValueOrDefault(m.Value, m.Value));

    /// <summary>Remembers what a recorded silence is called here.</summary>
    public void Learn(string recorded, string here)
    {
        if (recorded.Contains("\"silenceID\":", StringComparison.Ordinal) && Id().Match(recorded) is { Success: true, Value: var old } && Id().Match(here) is { Success: true, Value: var now })
        {
            names[old] = now;
        }
    }

    /// <summary>Takes out of an answer what differs each time.</summary>
    public static string Plain(string text) => Id().Replace(Time().Replace(text, "TIME"), "ID");

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+Z")]
    private static partial Regex Time();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
