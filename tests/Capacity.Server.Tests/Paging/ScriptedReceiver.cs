using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Server.Paging.Receivers;

namespace Capacity.Server.Tests.Paging;

/// <summary>A receiver that answers as a test wants it to, and remembers what it took.</summary>
internal sealed class ScriptedReceiver : IReceiver
{
    /// <summary>Gets or sets what it answers; an answer that is no success is no message taken.</summary>
    public Func<IncidentMessage, SendOutcome> Answer { get; set; } = _ => new SendOutcome.Taken();

    /// <summary>Gets or sets what happens when it has taken a message and has not answered yet.</summary>
    public Action AfterTaking { get; set; } = () => { };

    /// <summary>Gets how often it was asked.</summary>
    public int Asked { get; private set; }

    /// <summary>Gets what it took, repetitions too.</summary>
    public List<IncidentMessage> Taken { get; } = [];

    /// <summary>Gets what somebody sees who folds by key.</summary>
    public string Folded => string.Join(' ', Taken.Select(m => m.Delivery).DistinctBy(d => d.Key).Select(d => $"{d.Incident}:{d.Action}"));

    public Task<SendOutcome> SendAsync(IncidentMessage message, CancellationToken cancellationToken)
    {
        Asked++;
        var answer = Answer(message);
        if (answer is SendOutcome.Taken or SendOutcome.Failed { IsUncertain: true })
        {
            Taken.Add(message);
            AfterTaking();
        }

        return Task.FromResult(answer);
    }

    public void Dispose()
    {
        // There is nothing.
    }
}
