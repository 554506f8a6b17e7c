using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Server.Forecasts;

/// <summary>Puts forecasts together.</summary>
internal static class ForecastRegistration
{
    public static IServiceCollection AddForecasts(this IServiceCollection services) => services
        .AddSingleton<DemandKeeper>()
        .AddSingleton<DemandHistory>()
        .AddSingleton<ForecastKeeper>()
        .AddSingleton<OutlookMaker>()
        .AddSingleton<PlanBook>()
        .AddSingleton<RunOutAlerts>()
        .AddSingleton<RunOutWatch>();
}
