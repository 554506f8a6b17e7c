using Capacity.Core.Alerting.Incidents;
using Capacity.Server.Incidents;

namespace Capacity.Server.Pages.Incidents;

/// <summary>Some incidents.</summary>
/// <param name="Records">The incidents.</param>
/// <param name="Count">How many there are with those that are left out.</param>
internal sealed record IncidentSlice(IReadOnlyList<IncidentRecord> Records, int Count)
{
    public static IncidentSlice None { get; } = new([], 0);

    /// <summary>Reads incidents.</summary>
    /// <exception cref="IOException">The store can't be read.</exception>
    public static async Task<IncidentSlice> ReadAsync(IncidentReader reader, IncidentQuery query)
    {
        var (records, count) = await reader.ListAsync(query, CancellationToken.None);
        return new(records, count);
    }
}
