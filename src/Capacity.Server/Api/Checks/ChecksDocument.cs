using System.ComponentModel;
using Capacity.Core.Checks;
using Capacity.Server.Checks;
using Capacity.Server.Configuration;

namespace Capacity.Server.Api.Checks;

/// <summary>All checks.</summary>
public sealed record ChecksDocument(
    string Cluster,
    [property: Description("When was looked last; null before the first look.")] DateTimeOffset? At,
    IReadOnlyList<CheckDocument> Checks)
{
    internal static ChecksDocument Of(CheckKeeper keeper, ServiceConfiguration configuration)
    {
        var latest = keeper.Latest;
        var states = (latest?.Checks ?? []).ToDictionary(c => c.Rule.Name);
        return new(
            configuration.ClusterName,
            latest?.At,
            [.. CheckCatalogue.All.Select(r => CheckDocument.Of(r, configuration.Checks.Of(r), states.GetValueOrDefault(r.Name), keeper.Alerts))]);
    }
}
