using System.ComponentModel;
using Capacity.Core.Checks;

namespace Capacity.Server.Api.Checks;

/// <summary>One check: how it decides, and what it says.</summary>
public sealed record CheckDocument(
    [property: Description("Its name, which is that of its alert.")] string Name,
    string Summary,
    [property: Description("firing, pending, blind, ok, off, or unknown before the first look.")] string State,
    [property: Description("Why it did not see all that it looks at, and left the rest as it was; null where it did.")] string? Blindness,
    [property: Description("info, warning or critical.")] string Severity,
    [property: Description("The value beyond which something is wrong; null where it is wrong by itself.")] double? Threshold,
    [property: Description("The value at which all is well again.")] double? Clear,
    [property: Description("Whether something is wrong below the threshold, and not above it.")] bool Below,
    [property: Description("What its values are.")] string Unit,
    [property: Description("How long something has to be wrong before the alert fires.")] double ForSeconds,
    [property: Description("How long all has to be well before the alert ends.")] double KeepFiringSeconds,
    string RunbookUrl,
    IReadOnlyList<CheckSubjectDocument> Subjects)
{
    internal static CheckDocument Of(CheckRule rule, CheckSettings settings, CheckState? state, CheckAlerts alerts) => new(
        rule.Name,
        rule.Summary,
        StateOf(settings, state),
        state?.Blindness,
        CheckAlerts.Word(settings.Severity),
        settings.Threshold,
        settings.Clear,
        rule.IsBelow,
        rule.Unit,
        settings.For.TotalSeconds,
        settings.KeepFiring.TotalSeconds,
        alerts.RunbookOf(rule, settings),
        [.. (state?.Tracks ?? []).Select(CheckSubjectDocument.Of)]);

    private static string StateOf(CheckSettings settings, CheckState? state) =>
        !settings.IsEnabled ? "off"
        : state is null ? "unknown"
        : state.Firing.Any() ? "firing"
        : state.Blindness is not null ? "blind"
        : state.Tracks.Count > 0 ? "pending"
        : "ok";
}
