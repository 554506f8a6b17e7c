using System.Text.RegularExpressions;
using Capacity.Mesos.Collection;

namespace Capacity.Server.Configuration;

/// <summary>Reads and checks receivers.</summary>
internal static partial class ReceiverReader
{
    private static readonly Uri PagerDuty = new("https://events.pagerduty.com/v2/enqueue");
    private static readonly Uri Opsgenie = new("https://api.opsgenie.com/");
    private static readonly Uri SlackBot = new("https://slack.com/api/chat.postMessage");
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(20);

    public static IReadOnlyList<ReceiverSettings> Read(Dictionary<string, ServiceFile.ReceiverSection>? file, bool hasMail, AddressReader addresses, ConfigurationRules rules) =>
        [.. (file ?? []).Select(r => Read(r.Key, r.Value ?? new(), hasMail, addresses, rules)).OfType<ReceiverSettings>()];

    private static ReceiverSettings? Read(string name, ServiceFile.ReceiverSection file, bool hasMail, AddressReader addresses, ConfigurationRules rules)
    {
        var option = $"paging.receivers.{name}";
        rules.Expect(NameForm().IsMatch(name), $"{option}: '{name}' is no name: letters, digits, '-', '_' and '.' only.");
        var known = Enum.TryParse<ReceiverType>(file.Type, ignoreCase: true, out var type) && Enum.IsDefined(type);
        rules.Expect(known, $"{option}.type: '{file.Type}' is none of webhook, pagerDuty, slack, email, opsgenie, alertmanager.");
        if (!known)
        {
            return null;
        }

        var standard = new ReceiverSettings(name, type);
        var receiver = standard with
        {
            Address = rules.HttpAddress($"{option}.url", file.Url) ?? Usual(type, file),
            Secret = addresses.Secret($"{option}.secretFile", file.SecretFile, Variable(name), SecretText.TryParse, Expected(type)),
            To = [.. (file.To ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Channel = file.Channel,
            CertificateAuthorityFile = addresses.CertificateFile($"{option}.caFile", file.CaFile),
            Timeout = rules.Duration($"{option}.timeout", file.Timeout, standard.Timeout, ShortestTimeout),
            ResendInterval = rules.Duration($"{option}.resendInterval", file.ResendInterval, standard.ResendInterval, TimeSpan.FromSeconds(1)),
            Watchdog = file.Watchdog,
        };
        rules.Expect(receiver.Timeout <= LongestTimeout, $"{option}.timeout: {file.Timeout} is too long; at most {LongestTimeout.TotalSeconds} s, so that the service can end.");
        Check(option, receiver, file, hasMail, rules);
        return receiver;
    }

    private static void Check(string option, ReceiverSettings receiver, ServiceFile.ReceiverSection file, bool hasMail, ConfigurationRules rules)
    {
        var secret = $"{option}.secretFile is missing (or {Variable(receiver.Name)}): it holds {Expected(receiver.Type)}.";
        switch (receiver.Type)
        {
            case ReceiverType.Webhook or ReceiverType.Alertmanager:
                rules.Expect(file.Url is not null, $"{option}.url is missing: where it answers.");
                break;

            case ReceiverType.PagerDuty or ReceiverType.Opsgenie:
                rules.Expect(receiver.Secret is not null || file.SecretFile is not null, secret);
                break;

            case ReceiverType.Slack:
                rules.Expect(receiver.Secret is not null || file.SecretFile is not null, secret);
                rules.Expect(receiver.Secret is null || (receiver.Channel is null) == (receiver.Secret.Address is not null), $"{option}: a bot's token needs a channel, and the address of an incoming webhook has its own.");
                break;

            case ReceiverType.Email:
                rules.Expect(hasMail, $"{option}: there is no server to send mail through: name it as mail.host.");
                rules.Expect(receiver.To.Count > 0, $"{option}.to is missing: {MailboxText.Expected}, several with commas between.");
                foreach (var address in receiver.To.Where(a => !MailboxText.IsOne(a)))
                {
                    rules.Expect(false, $"{option}.to: '{address}' is no address: {MailboxText.Expected}, several with commas between.");
                }

                break;
        }
    }

    private static Uri? Usual(ReceiverType type, ServiceFile.ReceiverSection file) => type switch
    {
        ReceiverType.PagerDuty => PagerDuty,
        ReceiverType.Opsgenie => Opsgenie,
        ReceiverType.Slack when file.Channel is not null => SlackBot,
        _ => null,
    };

    private static string Expected(ReceiverType type) => type switch
    {
        ReceiverType.PagerDuty => "the integration key",
        ReceiverType.Opsgenie => "the API key",
        ReceiverType.Slack => "the address of an incoming webhook, or a bot's token",
        _ => "user:password or Bearer TOKEN",
    };

    private static string Variable(string name) => $"CAPACITY_RECEIVER_{string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'))}";

    [GeneratedRegex(@"^[A-Za-z0-9._-]{1,64}\z")]
    private static partial Regex NameForm();
}
