using System.Text.RegularExpressions;
using Capacity.Core.Alerting.Policies;

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
            KeepIncidents = rules.Duration("alerts.keepIncidents", file.KeepIncidents, standard.KeepIncidents, TimeSpan.FromDays(2)),
            Policy = Policy(file.Policy ?? [], rules),
            ReceivedLog = ReceivedLog(file.ReceivedLog, rules),
            MaxBodyBytes = Bytes("alerts.maxRequest", file.MaxRequest, standard.MaxBodyBytes, rules),
            MaxLabels = rules.Between("alerts.maxLabels", file.MaxLabels ?? standard.MaxLabels, 1, 10_000),
            MaxNameBytes = Bytes("alerts.maxName", file.MaxName, standard.MaxNameBytes, rules),
            MaxValueBytes = Bytes("alerts.maxValue", file.MaxValue, standard.MaxValueBytes, rules),
        };
    }

    private static AlertPolicy Policy(Dictionary<string, object?> values, ConfigurationRules rules)
    {
        var (policy, faults) = AlertPolicyReader.Read(values);
        foreach (var fault in faults)
        {
            rules.Expect(false, $"alerts.policy: {fault}.");
        }

        return policy;
    }

    private static ReceivedLogSettings? ReceivedLog(ServiceFile.ReceivedLogSection? file, ConfigurationRules rules)
    {
        if (file is null)
        {
            return null;
        }

        rules.Expect(!string.IsNullOrWhiteSpace(file.Folder), "alerts.receivedLog.folder: name the folder that received alerts are written to.");
        var bytes = rules.Size("alerts.receivedLog.maxSize", file.MaxSize, 64 << 20);
        rules.Expect(bytes >= 1 << 20, $"alerts.receivedLog.maxSize: {file.MaxSize} is too small; at least 1MiB.");
        return new(file.Folder ?? "", bytes, rules.Between("alerts.receivedLog.keep", file.Keep ?? 10, 1, 10_000));
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
