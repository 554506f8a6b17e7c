using System.ComponentModel;
using Capacity.Server.Configuration;
using Capacity.Server.Paging;

namespace Capacity.Server.Api.Paging;

[Description("A receiver, and how it is.")]
internal sealed record ReceiverDocument(
    string Name,
    [property: Description("What it speaks; nothing where it is no longer configured.")] ReceiverType? Type,
    [property: Description("Who is told in its place while it is down.")] string? Fallback,
    [property: Description("up, down (left alone after failures in a row), or unknown (nothing was sent since the start).")] string State,
    [property: Description("Until when it is left alone.")] DateTimeOffset? RestsUntil,
    [property: Description("Messages that wait to be sent.")] int Waiting,
    [property: Description("Tickets that wait for the end of quiet hours.")] int Held,
    [property: Description("When the oldest page that waits was decided.")] DateTimeOffset? OldestPageAt,
    DateTimeOffset? LastSuccessAt,
    DateTimeOffset? LastFailureAt,
    string? LastError)
{
    public static ReceiverDocument Of(ReceiverState receiver, PagingSettings settings)
    {
        var breaker = receiver.Breaker;
        return new(
            receiver.Name,
            settings.Receivers.FirstOrDefault(r => r.Name == receiver.Name)?.Type,
            settings.Routing.TraitsOf(receiver.Name).Fallback,
            breaker.IsOpen ? "down" : breaker.LastSuccessAt is null && breaker.LastFailureAt is null ? "unknown" : "up",
            breaker.RestsUntil,
            receiver.Backlog.Waiting,
            receiver.Backlog.Held,
            receiver.Backlog.OldestPageAt,
            breaker.LastSuccessAt,
            breaker.LastFailureAt,
            breaker.LastError);
    }
}
