using Capacity.Core.Alerting;
using Capacity.Core.Checks;

namespace Capacity.Server.Configuration;

/// <summary>Reads and checks the section <c>checks</c>.</summary>
internal static class ChecksReader
{
    private const string Section = "checks";

    public static CheckPolicy Read(ServiceFile.ChecksSection? file, ConfigurationRules rules)
    {
        var known = CheckCatalogue.All.ToDictionary(c => c.Name);
        var changed = new Dictionary<string, CheckSettings>();
        foreach (var (name, section) in file?.Rules ?? [])
        {
            rules.Expect(known.ContainsKey(name), $"{Section}.rules.{name}: there is no such check; capacity checks lists them.");
            if (known.TryGetValue(name, out var rule))
            {
                changed[name] = Settings($"{Section}.rules.{name}", rule, section ?? new(), rules);
            }
        }

        return new()
        {
            WarmUp = rules.Duration($"{Section}.warmUp", file?.WarmUp, CheckPolicy.Default.WarmUp, TimeSpan.Zero),
            Runbooks = Address($"{Section}.runbooks", file?.Runbooks, rules),
            Changed = changed,
        };
    }

    private static CheckSettings Settings(string name, CheckRule rule, ServiceFile.CheckSection file, ConfigurationRules rules)
    {
        var standard = rule.Standard;
        var takesThreshold = standard.Threshold is not null;
        rules.Expect(takesThreshold || (file.Threshold is null && file.Clear is null), $"{name}: this check has no threshold: leave threshold and clear out.");
        rules.Expect(double.IsFinite(file.Threshold ?? 0) && double.IsFinite(file.Clear ?? 0), $"{name}: threshold and clear are numbers, in {rule.Unit}.");
        var threshold = takesThreshold ? file.Threshold ?? standard.Threshold : null;
        rules.Expect(
            file.Clear is not { } clear || threshold is not { } limit || (rule.IsBelow ? clear >= limit : clear <= limit),
            $"{name}: clear ({file.Clear}) must not be {(rule.IsBelow ? "below" : "above")} threshold ({threshold}): all is well on its other side.");
        return standard with
        {
            IsEnabled = file.Enabled ?? true,
            Threshold = threshold,
            Clear = takesThreshold ? file.Clear ?? NotBeyond(rule, standard.Clear!.Value, threshold!.Value) : null,
            For = rules.Duration($"{name}.for", file.For, standard.For, TimeSpan.Zero),
            KeepFiring = rules.Duration($"{name}.keepFiring", file.KeepFiring, standard.KeepFiring, TimeSpan.Zero),
            Severity = Severity($"{name}.severity", file.Severity, standard.Severity, rules),
            Runbook = Address($"{name}.runbook", file.Runbook, rules),
        };
    }

    /// <summary>A threshold that was moved past the usual end of the alert takes that end with it.</summary>
    private static double NotBeyond(CheckRule rule, double clear, double threshold) => rule.IsBelow ? Math.Max(clear, threshold) : Math.Min(clear, threshold);

    private static AlertSeverity Severity(string name, string? text, AlertSeverity standard, ConfigurationRules rules)
    {
        AlertSeverity? severity = text is null ? standard : Enum.GetValues<AlertSeverity>().Where(s => CheckAlerts.Word(s) == text).Cast<AlertSeverity?>().FirstOrDefault();
        rules.Expect(severity is not null, $"{name}: '{text}' is no severity: write info, warning or critical.");
        return severity ?? standard;
    }

    private static string? Address(string name, string? text, ConfigurationRules rules)
    {
        rules.Expect(text is null || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"), $"{name}: '{text}' is no address: write https://example.org/runbooks.");
        return text;
    }
}
