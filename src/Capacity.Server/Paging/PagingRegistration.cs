using Capacity.Server.Paging.Receivers;
using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Server.Paging;

/// <summary>Puts paging together.</summary>
internal static class PagingRegistration
{
    /// <summary>What decides, remembers and answers.</summary>
    public static IServiceCollection AddPaging(this IServiceCollection services) => services
        .AddSingleton<PagingCounters>()
        .AddSingleton<PagingLedger>()
        .AddSingleton<PagingDecider>()
        .AddSingleton<PagingMetrics>()
        .AddSingleton<ReceiverSet>()
        .AddSingleton<MessageComposer>()
        .AddSingleton<ReceiverTest>();

    /// <summary>What sends by itself.</summary>
    public static IServiceCollection AddPagers(this IServiceCollection services) => services
        .AddHostedService<Pager>()
        .AddHostedService<Repeater>()
        .AddHostedService<Heartbeat>();
}
