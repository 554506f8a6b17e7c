using System.Text.RegularExpressions;

namespace Capacity.Server.Configuration;

/// <summary>Reads and checks the section <c>alerts</c>.</summary>
internal static partial class AlertsReader
{
    private const int Most = 10_000_000;
    private const long MostBytes = 1 << 30;

    public static AlertSettings Read(ServiceFile.AlertsSection? file, ConfigurationRules rules)
    {
        file ??= new();
        var standard = AlertSettings.Default;
        var (board, silences) = (standard.Board, standard.Silences);
        return new()
        {
            PathPrefix = Prefix(file.PathPrefix ?? standard.PathPrefix, rules),
            Receiver = Receiver(file.Receiver ?? standard.Receiver, rules),
            GroupBy = file.GroupBy ?? standard.GroupBy,
            Board = new(
                rules.Duration("alerts.resolveTimeout", file.ResolveTimeout, board.ResolveTimeout, TimeSpan.FromSeconds(1)),
                rules.Duration("alerts.keepResolved", file.KeepResolved, board.KeepResolved, TimeSpan.FromMinutes(1)),
                rules.Between("alerts.maxAlerts", file.MaxAlerts ?? board.MostAlerts, 1, Most),
                rules.Between("alerts.maxAlertsPerSender", file.MaxAlertsPerSender ?? board.MostOfASender, 1, Most)),
            Silences = silences with
            {
                MostSilences = rules.Between("alerts.maxSilences", file.MaxSilences ?? silences.MostSilences, 1, Most),
                Retention = rules.Duration("alerts.keepSilences", file.KeepSilences, silences.Retention, TimeSpan.Zero),
            },
            MaxBodyBytes = Bytes("alerts.maxRequest", file.MaxRequest, standard.MaxBodyBytes, rules),
            MaxLabels = rules.Between("alerts.maxLabels", file.MaxLabels ?? standard.MaxLabels, 1, 10_000),
            MaxNameBytes = Bytes("alerts.maxName", file.MaxName, standard.MaxNameBytes, rules),
            MaxValueBytes = Bytes("alerts.maxValue", file.MaxValue, standard.MaxValueBytes, rules),
        };
    }

    private static string Prefix(string text, ConfigurationRules rules)
    {
        var prefix = text.TrimEnd('/');
        rules.Expect(prefix.Length == 0 || PathForm().IsMatch(prefix), $"alerts.pathPrefix: '{text}' is no path: write /alertmanager.");
        return prefix;
    }

    private static string Receiver(string text, ConfigurationRules rules)
    {
        rules.Expect(NameForm().IsMatch(text), $"alerts.receiver: '{text}' is no name: letters, digits, '-', '_' and '.' only.");
        return text;
    }

    private static int Bytes(string name, string? text, int standard, ConfigurationRules rules)
    {
        var bytes = rules.Size(name, text, standard);
        rules.Expect(bytes is > 0 and <= MostBytes, $"{name}: {text} is out of range; from 1B to 1GiB.");
        return (int)Math.Clamp(bytes, 1, MostBytes);
    }

    [GeneratedRegex(@"^(/[A-Za-z0-9._~-]+)+\z")]
    private static partial Regex PathForm();

    [GeneratedRegex(@"^[A-Za-z0-9._-]+\z")]
    private static partial Regex NameForm();
}
