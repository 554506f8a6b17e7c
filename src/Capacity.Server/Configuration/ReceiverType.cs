namespace Capacity.Server.Configuration;

/// <summary>What a receiver speaks.</summary>
public enum ReceiverType
{
    /// <summary>JSON as Alertmanager posts it to webhooks.</summary>
    Webhook,

    /// <summary>PagerDuty's Events API, version 2.</summary>
    PagerDuty,

    /// <summary>Slack: an incoming webhook, or a bot.</summary>
    Slack,

    /// <summary>Mail, through the server of the section <c>mail</c>.</summary>
    Email,

    /// <summary>Opsgenie's Alert API, version 2.</summary>
    Opsgenie,

    /// <summary>Alertmanager's API, version 2: it routes by its own rules.</summary>
    Alertmanager,
}
