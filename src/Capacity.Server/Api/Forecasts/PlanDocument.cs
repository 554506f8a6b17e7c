using Capacity.Core.Planning.Forecasting.Plans;

namespace Capacity.Server.Api.Forecasts;

/// <summary>Planned events together: the file that <c>capacity forecast --with</c> takes.</summary>
/// <param name="Events">The events, in any order.</param>
public sealed record PlanDocument(IReadOnlyList<PlannedEventDocument>? Events)
{
    /// <summary>The most events of one plan.</summary>
    public const int MostEvents = 1000;

    /// <summary>Reads all events.</summary>
    /// <exception cref="FormatException">Something is wrong; the message says where and what to write.</exception>
    public IReadOnlyList<PlannedEvent> Read()
    {
        if (Events is not { Count: <= MostEvents } events)
        {
            throw new FormatException($"events: give a list of at most {MostEvents} planned events");
        }

        return [.. events.Select((e, i) =>
        {
            try
            {
                return (e ?? throw new FormatException("it is empty")).Read();
            }
            catch (FormatException fault)
            {
                throw new FormatException($"events[{i}]: {fault.Message}", fault);
            }
        })];
    }
}
