using Capacity.Server.Alerts;
using Capacity.Server.Configuration;
using Microsoft.Extensions.ObjectPool;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>Says how readers are made and when they are kept.</summary>
internal sealed class AlertsBodyReaders(AlertKeeper keeper, AlertSettings settings) : PooledObjectPolicy<AlertsBodyReader>
{
    public override AlertsBodyReader Create() => new(keeper, settings);

    public override bool Return(AlertsBodyReader obj) => obj.TryClear();
}
