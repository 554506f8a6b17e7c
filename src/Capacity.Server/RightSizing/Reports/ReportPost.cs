using Capacity.Server.Keeping;
using Capacity.Server.Mail;
using Microsoft.Extensions.Logging;

namespace Capacity.Server.RightSizing.Reports;

/// <summary>
/// Delivers weekly reports, each once to each of its receivers. What fails is tried again with the next look, until the week is over; what was
/// delivered is remembered. One receiver that fails costs no other one anything.
/// </summary>
internal sealed partial class ReportPost(Stores stores, ReportWebhook webhook, MailSender mail, ReportDeliveries deliveries, TimeProvider time, ILogger<ReportPost> logger)
{
    /// <summary>A receiver that was away for longer gets the next one.</summary>
    public static readonly TimeSpan TriedFor = TimeSpan.FromDays(2);

    /// <summary>What is not tried again before the next is due: what was delivered, also where the store does not take that, and what was refused for good.</summary>
    private readonly Dictionary<(string Key, string Receiver), (DateTimeOffset Due, ReportFailure? Failure)> settled = [];

    /// <summary>Delivers a report that was not delivered yet.</summary>
    /// <param name="key">What the report is remembered by.</param>
    /// <param name="name">What people call it, such as <c>team web</c>.</param>
    /// <param name="receiver">Whom it goes to.</param>
    /// <param name="due">When it was due.</param>
    /// <param name="blocked">The ways that were found closed in this round.</param>
    /// <param name="write">Writes it; <see langword="null"/> where there is nothing to tell.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    /// <returns>Why it is still not there; <see langword="null"/> where it is.</returns>
    /// <exception cref="IOException">The state can't be read or written.</exception>
    public async Task<ReportTrouble?> DeliverAsync(
        string key, string name, ReportReceiver receiver, DateTimeOffset due, Dictionary<string, ReportFailure> blocked, Func<Task<OutgoingReport?>> write, CancellationToken cancellationToken) =>
        await FindFailureAsync(key, name, receiver, due, blocked, write, cancellationToken) is { } failure ? new(name, receiver.Channel, receiver.Shown, failure.Reason) : null;

    private async Task<ReportFailure?> FindFailureAsync(
        string key, string name, ReportReceiver receiver, DateTimeOffset due, Dictionary<string, ReportFailure> blocked, Func<Task<OutgoingReport?>> write, CancellationToken cancellationToken)
    {
        if (settled.GetValueOrDefault((key, receiver.Key)) is var last && last.Due == due)
        {
            return last.Failure;
        }

        if (await stores.State.Advice.ReadDeliveryAsync(key, receiver.Key, cancellationToken) >= due || await write() is not { } report)
        {
            return null;
        }

        if (blocked.GetValueOrDefault(receiver.Channel) is { } before)
        {
            return before;
        }

        var failure = await SendAsync(receiver, report, cancellationToken);
        deliveries.Count(receiver.Channel, failure switch { null => "delivered", { IsFinal: true } => "refused", _ => "failed" });
        if (failure is null or { IsFinal: true })
        {
            settled[(key, receiver.Key)] = (due, failure);
        }

        if (failure is null)
        {
            // Whoever asks us to stop does not undo what the receiver has.
            await stores.State.Advice.NoteDeliveryAsync(key, receiver.Key, time.GetUtcNow(), CancellationToken.None);
        }
        else if (failure.IsFinal)
        {
            LogRefused(name, receiver.Shown, failure.Reason);
        }
        else
        {
            if (failure.IsOfTheWay)
            {
                blocked[receiver.Channel] = failure;
            }

            LogNotSent(name, receiver.Shown, failure.Reason);
        }

        return failure;
    }

    private async Task<ReportFailure?> SendAsync(ReportReceiver receiver, OutgoingReport report, CancellationToken cancellationToken) => receiver switch
    {
        ReportReceiver.Webhook(var address) => await webhook.PostAsync(address, report.Body, cancellationToken),
        ReportReceiver.Mailbox(var address) => await mail.SendAsync(report.MailTo(address), cancellationToken) switch
        {
            MailOutcome.Refused(var reason) => new(reason) { IsFinal = true },
            MailOutcome.Failed(var reason) => new(reason),
            MailOutcome.Unavailable(var reason) => new(reason) { IsOfTheWay = true },
            _ => null,
        },
        _ => throw new InvalidOperationException($"No way to {receiver}."),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The report of {Name} could not be sent to {Receiver}, and is tried again: {Reason}")]
    private partial void LogNotSent(string name, string receiver, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The report of {Name} was refused for {Receiver}, and is not tried again this week: {Reason}")]
    private partial void LogRefused(string name, string receiver, string reason);
}
