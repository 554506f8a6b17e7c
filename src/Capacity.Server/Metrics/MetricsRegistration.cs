using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Server.Metrics;

/// <summary>Puts the metrics together.</summary>
internal static class MetricsRegistration
{
    public static IServiceCollection AddServiceMetrics(this IServiceCollection services) => services
        .AddSingleton<MetricSet>()
        .AddSingleton<ClusterMetrics>()
        .AddSingleton<MesosMetrics>()
        .AddSingleton<PackingMetrics>()
        .AddSingleton<ServiceMetrics>()
        .AddSingleton<ICurrentMetrics, StoreMetrics>()
        .AddSingleton<ICurrentMetrics, ReportMetrics>()
        .AddSingleton<ICurrentMetrics, ForecastMetrics>()
        .AddSingleton<ICurrentMetrics, IncidentMetrics>()
        .AddSingleton<ICurrentMetrics, CheckMetrics>()
        .AddSingleton<MetricsRefresh>();
}
