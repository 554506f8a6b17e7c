using Capacity.Core.Planning.Forecasting.Plans;
using Capacity.Server.Api.Forecasts;
using Capacity.Server.Keeping;

namespace Capacity.Server.Forecasts;

/// <summary>Adds to the stored plan, and not without end.</summary>
public sealed class PlanBook(Stores stores)
{
    /// <summary>Stores an event.</summary>
    /// <exception cref="FormatException">There are too many.</exception>
    /// <exception cref="IOException">The state can't be written.</exception>
    public async Task<StoredPlan> AddAsync(PlannedEvent planned, CancellationToken cancellationToken)
    {
        if ((await stores.State.Plans.ReadAsync(cancellationToken)).Count >= PlanDocument.MostEvents)
        {
            throw new FormatException($"there are {PlanDocument.MostEvents} planned events already: take old ones back");
        }

        var stored = new StoredPlan(Guid.NewGuid(), planned);
        await stores.State.Plans.AddAsync(stored, cancellationToken);
        return stored;
    }
}
