using Capacity.Server.Configuration;
using Capacity.Server.Keeping;
using Capacity.Server.Mail;
using Microsoft.Extensions.Logging;

namespace Capacity.Server.RightSizing.Reports;

/// <summary>
/// Sends each team its report once a week, to each of its receivers. What fails is tried again with the next look, until the week is over; what was
/// delivered is remembered. One receiver that fails costs no other one anything.
/// </summary>
internal sealed partial class ReportSender(
    AdviceKeeper keeper, Stores stores, ServiceConfiguration configuration, ReportWebhook webhook, MailSender mail, ReportDeliveries deliveries, TimeProvider time, ILogger<ReportSender> logger)
{
    /// <summary>A receiver that was away for longer gets the next one.</summary>
    private static readonly TimeSpan TriedFor = TimeSpan.FromDays(2);

    /// <summary>What is not tried again before the next is due: what was delivered, also where the store does not take that, and what was refused for good.</summary>
    private readonly Dictionary<(string Team, string Receiver), (DateTimeOffset Due, ReportFailure? Failure)> settled = [];

    /// <summary>Sends what is due.</summary>
    /// <exception cref="IOException">The state can't be read or written.</exception>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var (now, settings) = (time.GetUtcNow(), configuration.RightSizing.Reports);
        var due = ReportWeek.LastDue(settings, now);
        if (keeper.Latest is not { } set || now - due > TriedFor)
        {
            deliveries.EndRound([]);
            return;
        }

        List<ReportTrouble> troubles = [];
        Dictionary<string, ReportFailure> blocked = [];
        foreach (var team in set.Apps.Select(a => a.Advice.App.Team).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            foreach (var receiver in ReportReceiver.Of(settings, team))
            {
                if (await DeliverAsync(set, team, receiver, due, blocked, cancellationToken) is { } failure)
                {
                    troubles.Add(new(team, receiver.Channel, receiver.Shown, failure.Reason));
                }
            }
        }

        deliveries.EndRound(troubles);
    }

    /// <summary>Delivers a report that was not delivered yet.</summary>
    /// <returns>Why it is still not there; <see langword="null"/> where it is.</returns>
    private async Task<ReportFailure?> DeliverAsync(AdviceSet set, string team, ReportReceiver receiver, DateTimeOffset due, Dictionary<string, ReportFailure> blocked, CancellationToken cancellationToken)
    {
        if (settled.GetValueOrDefault((team, receiver.Key)) is var last && last.Due == due)
        {
            return last.Failure;
        }

        if (await stores.State.Advice.ReadDeliveryAsync(team, receiver.Key, cancellationToken) >= due
            || TeamReport.Of(set, team, configuration.ClusterName, configuration.RightSizing.Currency, time.GetUtcNow()) is not { } report)
        {
            return null;
        }

        if (blocked.GetValueOrDefault(receiver.Channel) is { } before)
        {
            return before;
        }

        var failure = await SendAsync(receiver, report, due, cancellationToken);
        deliveries.Count(receiver.Channel, failure switch { null => "delivered", { IsFinal: true } => "refused", _ => "failed" });
        if (failure is null or { IsFinal: true })
        {
            settled[(team, receiver.Key)] = (due, failure);
        }

        if (failure is null)
        {
            // Whoever asks us to stop does not undo what the receiver has.
            await stores.State.Advice.NoteDeliveryAsync(team, receiver.Key, time.GetUtcNow(), CancellationToken.None);
        }
        else if (failure.IsFinal)
        {
            LogRefused(team, receiver.Shown, failure.Reason);
        }
        else
        {
            if (failure.IsOfTheWay)
            {
                blocked[receiver.Channel] = failure;
            }

            LogNotSent(team, receiver.Shown, failure.Reason);
        }

        return failure;
    }

    private async Task<ReportFailure?> SendAsync(ReportReceiver receiver, TeamReport report, DateTimeOffset due, CancellationToken cancellationToken) => receiver switch
    {
        ReportReceiver.Webhook(var address) => await webhook.PostAsync(address, report, cancellationToken),
        ReportReceiver.Mailbox(var address) => await mail.SendAsync(ReportMail.Of(report, address, due), cancellationToken) switch
        {
            MailOutcome.Refused(var reason) => new(reason) { IsFinal = true },
            MailOutcome.Failed(var reason) => new(reason),
            MailOutcome.Unavailable(var reason) => new(reason) { IsOfTheWay = true },
            _ => null,
        },
        _ => throw new InvalidOperationException($"No way to {receiver}."),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The report of team {Team} could not be sent to {Receiver}, and is tried again: {Reason}")]
    private partial void LogNotSent(string team, string receiver, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The report of team {Team} was refused for {Receiver}, and is not tried again this week: {Reason}")]
    private partial void LogRefused(string team, string receiver, string reason);
}
