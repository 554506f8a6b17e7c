using Capacity.Core.Alerting.Board;
using Capacity.Server.Alerts;
using Capacity.Server.Configuration;
using Capacity.Server.Keeping;
using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Server.Incidents;

/// <summary>Puts together what makes incidents of alerts.</summary>
internal static class IncidentRegistration
{
    public static IServiceCollection AddIncidents(this IServiceCollection services) => services
        .AddSingleton<DeskInbox>()
        .AddSingleton<IAlertListener>(s => s.GetRequiredService<DeskInbox>())
        .AddSingleton<NoticeSignal>()
        .AddSingleton<DeskFigures>()
        .AddSingleton<ChangeKeeper>()
        .AddSingleton<IncidentDesk>()
        .AddSingleton(s => new IncidentReader(
            s.GetRequiredService<Stores>(), s.GetRequiredService<IncidentDesk>(), s.GetRequiredService<AlertKeeper>(), s.GetRequiredService<ServiceConfiguration>()))
        .AddHostedService(s => s.GetRequiredService<IncidentDesk>());
}
