using Capacity.Server.Configuration;
using Capacity.Server.Mail;

namespace Capacity.Server.Paging.Receivers;

/// <summary>The receivers of the configuration, by name.</summary>
internal sealed class ReceiverSet : IDisposable
{
    public ReceiverSet(ServiceConfiguration configuration, MailSender mail, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        All = configuration.Paging.Receivers.ToDictionary(r => r.Name, r => Make(r, mail, time));
    }

    /// <summary>Gets them.</summary>
    public IReadOnlyDictionary<string, IReceiver> All { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var receiver in All.Values)
        {
            receiver.Dispose();
        }
    }

    private static IReceiver Make(ReceiverSettings settings, MailSender mail, TimeProvider time) => settings.Type switch
    {
        ReceiverType.Webhook => new WebhookReceiver(settings, time),
        ReceiverType.PagerDuty => new PagerDutyReceiver(settings, time),
        ReceiverType.Slack => new SlackReceiver(settings, time),
        ReceiverType.Email => new MailReceiver(settings, mail),
        ReceiverType.Opsgenie => new OpsgenieReceiver(settings, time),
        ReceiverType.Alertmanager => new AlertmanagerReceiver(settings, time),
        _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.Type, "Not a type of receiver."),
    };
}
