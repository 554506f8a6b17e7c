using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Mesos.Collection;

namespace Capacity.Server.Configuration;

/// <summary>Reads and checks the section <c>paging</c>.</summary>
internal static class PagingReader
{
    private const string HeartbeatVariable = "CAPACITY_HEARTBEAT_URL";
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    public static PagingSettings Read(ServiceFile.PagingSection? file, bool hasMail, AddressReader addresses, ConfigurationRules rules)
    {
        file ??= new();
        var standard = PagingSettings.Nobody;
        var receivers = ReceiverReader.Read(file.Receivers, hasMail, addresses, rules);
        return new()
        {
            Receivers = receivers,
            Routing = RoutingReader.Read(file, receivers, rules),
            FallbackAfter = rules.Duration("paging.fallbackAfter", file.FallbackAfter, standard.FallbackAfter, TimeSpan.Zero),
            Retry = Retry(file.Retry, rules),
            Breaker = Breaker(file.Breaker, rules),
            KeepDeliveries = rules.Duration("paging.keepDeliveries", file.KeepDeliveries, standard.KeepDeliveries, TimeSpan.FromDays(1)),
            Heartbeat = Heartbeat(file.Heartbeat, addresses, rules),
        };
    }

    private static RetrySchedule Retry(ServiceFile.RetrySection? file, ConfigurationRules rules)
    {
        var standard = RetrySchedule.Default;
        var retry = standard with
        {
            First = rules.Duration("paging.retry.first", file?.First, standard.First, Shortest),
            Longest = rules.Duration("paging.retry.longest", file?.Longest, standard.Longest, Shortest),
            GiveUpAfter = rules.Duration("paging.retry.giveUpAfter", file?.GiveUpAfter, standard.GiveUpAfter, TimeSpan.FromMinutes(1)),
        };
        rules.Expect(retry.First <= retry.Longest, $"paging.retry.first ({retry.First}) must not be longer than paging.retry.longest ({retry.Longest}).");
        return retry;
    }

    private static BreakerPolicy Breaker(ServiceFile.BreakerSection? file, ConfigurationRules rules)
    {
        var standard = BreakerPolicy.Default;
        var breaker = new BreakerPolicy
        {
            Failures = rules.Between("paging.breaker.failures", file?.Failures ?? standard.Failures, 1, 1000),
            First = rules.Duration("paging.breaker.first", file?.First, standard.First, Shortest),
            Longest = rules.Duration("paging.breaker.longest", file?.Longest, standard.Longest, Shortest),
        };
        rules.Expect(breaker.First <= breaker.Longest, $"paging.breaker.first ({breaker.First}) must not be longer than paging.breaker.longest ({breaker.Longest}).");
        return breaker;
    }

    private static HeartbeatSettings? Heartbeat(ServiceFile.HeartbeatSection? file, AddressReader addresses, ConfigurationRules rules)
    {
        var interval = rules.Duration("paging.heartbeat.interval", file?.Interval, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1));
        rules.Expect(file is not { Url: not null, UrlFile: not null }, "paging.heartbeat: give url or urlFile, not both.");
        var address = file?.Url is { } url
            ? rules.HttpAddress("paging.heartbeat.url", url)
            : addresses.Secret("paging.heartbeat.urlFile", file?.UrlFile, HeartbeatVariable, t => SecretText.TryParse(t)?.Address, "an address, such as https://hc.example.org/ping/ID");
        return address is null ? null : new(address, interval);
    }
}
