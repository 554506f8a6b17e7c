using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Server.Paging.Receivers;
using Microsoft.Extensions.Logging;

namespace Capacity.Server.Paging;

/// <summary>Sends to one receiver, one message at a time. What came of one is on disk before the next is sent.</summary>
internal sealed partial class ReceiverLine(
    string name, IReceiver receiver, PagingLedger ledger, MessageComposer composer, PagingCounters counters, TimeProvider time, ILogger<ReceiverLine> logger)
{
    private (Delivery Sent, SendOutcome Outcome)? unstored;

    /// <summary>Sends the next message that is due.</summary>
    /// <returns>Whether there may be another one now.</returns>
    public async Task<bool> SendNextAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (unstored is null && await ledger.NextAsync(name, cancellationToken) is { } next)
            {
                unstored = (next, await SendAsync(next, cancellationToken));
            }

            if (unstored is not { } done)
            {
                return false;
            }

            // Whoever asks us to stop does not undo what the receiver has.
            await ledger.SettleAsync(done.Sent, done.Outcome, CancellationToken.None);
            unstored = null;
            return true;
        }
        catch (IOException e)
        {
            LogUnstored(name, e.Message);
            return false;
        }
    }

    private async Task<SendOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var message = await composer.ComposeAsync(delivery, cancellationToken);
        var started = time.GetTimestamp();
        var outcome = message is null ? new SendOutcome.Refused("what it tells is no longer in the log") : await TryAsync(message);
        counters.Attempted(name, outcome, time.GetElapsedTime(started));
        ledger.Note(name, outcome);
        switch (outcome)
        {
            case SendOutcome.Refused(var reason):
                LogRefused(delivery.Key, name, reason);
                break;

            case SendOutcome.Failed(var reason) when delivery.Attempts == 0:
                LogFailed(delivery.Key, name, reason);
                break;
        }

        return outcome;
    }

    /// <summary>An attempt that is under way when the service ends is waited for: it is known then what came of it.</summary>
    private async Task<SendOutcome> TryAsync(IncidentMessage message)
    {
        try
        {
            return await receiver.SendAsync(message, CancellationToken.None);
        }
#pragma warning disable CA1031 // One message that can't be written must not keep all others from people: it is tried again, and its fallback gets it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogBroken(e, message.Delivery.Key, name);
            return new SendOutcome.Failed($"an error of this service: {e.Message}");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Key} was not taken by {Receiver}, and is tried again: {Reason}")]
    private partial void LogFailed(string key, string receiver, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Key} was refused by {Receiver}: {Reason}")]
    private partial void LogRefused(string key, string receiver, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Nothing is sent to {Receiver} before it can be stored what was: {Reason}")]
    private partial void LogUnstored(string receiver, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Key} can't be sent to {Receiver}, and is tried again.")]
    private partial void LogBroken(Exception e, string key, string receiver);
}
