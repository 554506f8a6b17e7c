using Capacity.Core.Cluster;
using Capacity.Mesos.Collection;
using Capacity.Mesos.Http;

namespace Capacity.Server.Configuration;

/// <summary>Reads and checks a configuration file. Everything that is wrong with it is said at once.</summary>
public static class ConfigurationLoader
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan UsualMastersInterval = TimeSpan.FromSeconds(15);

    /// <summary>Reads a file.</summary>
    public static ConfigurationOutcome Load(string path)
    {
        try
        {
            return Read(File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ConfigurationOutcome.Refused([$"The configuration cannot be read: {e.Message}"]);
        }
    }

    /// <summary>Reads the text of a file.</summary>
    public static ConfigurationOutcome Read(string yaml)
    {
        var (file, misshapen) = ServiceFileParser.Parse(yaml);
        if (file is null)
        {
            return new ConfigurationOutcome.Refused(misshapen);
        }

        var addresses = new AddressReader();
        var rules = new ConfigurationRules();
        var interval = rules.Duration("collection.interval", file.Collection?.Interval, TimeSpan.FromSeconds(60), ShortestInterval);
        var configuration = new ServiceConfiguration(
            rules.Named("cluster.name", file.Cluster?.Name ?? "mesos"),
            Cluster(file, addresses, rules),
            interval,
            rules.Duration("collection.mastersInterval", file.Collection?.MastersInterval, interval < UsualMastersInterval ? interval : UsualMastersInterval, ShortestInterval),
            rules.Duration("collection.zooKeeperInterval", file.Collection?.ZooKeeperInterval, TimeSpan.FromSeconds(60), ShortestInterval),
            rules.Loopback("web.listen", file.Web?.Listen ?? "http://127.0.0.1:8050"),
            rules.Named("storage.folder", file.Storage?.Folder ?? "capacity-data"),
            rules.Duration("storage.keepRaw", file.Storage?.KeepRaw, TimeSpan.FromDays(15), TimeSpan.FromDays(2)),
            rules.Duration("storage.keepSummaries", file.Storage?.KeepSummaries, TimeSpan.FromDays(400), TimeSpan.FromDays(1)))
        {
            Address = rules.Site("web.address", file.Web?.Address),
            Mail = MailReader.Read(file.Mail, addresses, rules),
            RightSizing = RightSizingReader.Read(file.RightSizing, rules),
            Alerts = AlertsReader.Read(file.Alerts, rules),
            OnCall = OnCallReader.Read(file.OnCall, rules),
            OnCallReport = ReportReader.ReadReview(file.OnCall?.Report, rules),
            Forecast = ForecastReader.Read(file.Forecast, rules),
            Paging = PagingReader.Read(file.Paging, file.Mail?.Host is not null, addresses, rules),
            Checks = ChecksReader.Read(file.Checks, rules),
        };
        rules.Expect(
            configuration.Cluster.Targets.Limits.Timeout < configuration.Interval,
            $"collection.timeout ({configuration.Cluster.Targets.Limits.Timeout}) must be shorter than collection.interval ({configuration.Interval}).");
        rules.Expect(
            configuration.Interval <= LongestInterval,
            $"collection.interval ({configuration.Interval}) must be at most {LongestInterval}: what lies between two collections that are further apart is taken for a gap.");
        rules.Expect(
            configuration.MastersInterval <= configuration.Interval,
            $"collection.mastersInterval ({configuration.MastersInterval}) must not be longer than collection.interval ({configuration.Interval}).");
        rules.Expect(
            configuration.KeepRaw <= configuration.KeepSummaries,
            $"storage.keepRaw ({configuration.KeepRaw}) must not be longer than storage.keepSummaries ({configuration.KeepSummaries}).");
        rules.Expect(
            configuration.Mail is not null || !configuration.RightSizing.Reports.Mail.IsAnybody,
            "rightSizing: reports are to be mailed, and there is no server to send them through: name it as mail.host.");
        rules.Expect(
            configuration.Mail is not null || !configuration.OnCallReport.Mail.IsAnybody,
            "onCall.report.mail: the review is to be mailed, and there is no server to send it through: name it as mail.host.");
        string[] faults = [.. misshapen, .. addresses.Faults, .. rules.Faults];
        return faults.Length == 0 ? new ConfigurationOutcome.Loaded(configuration) : new ConfigurationOutcome.Refused(faults);
    }

    private static ClusterRequest Cluster(ServiceFile file, AddressReader addresses, ConfigurationRules rules)
    {
        var cluster = file.Cluster ?? new();
        var limits = new HttpLimits();
        var mastersIn = addresses.ZooKeeperMasters("cluster.masters", cluster.Masters ?? []);
        return new(
            new()
            {
                Masters = mastersIn is null ? addresses.Masters("cluster.masters", cluster.Masters ?? []) : [],
                Marathons = addresses.Http("cluster.marathons", cluster.Marathons ?? [], 8080),
                MesosCredentials = addresses.Credentials("cluster.authFile", cluster.AuthFile, "CAPACITY_AUTH"),
                OperatorCredentials = addresses.Credentials("cluster.operatorAuthFile", cluster.OperatorAuthFile, "CAPACITY_OPERATOR_AUTH"),
                MarathonCredentials = addresses.Credentials("cluster.marathonAuthFile", cluster.MarathonAuthFile, "CAPACITY_MARATHON_AUTH"),
                Location = new(cluster.ZoneAttribute ?? LocationPolicy.Default.ZoneAttribute, cluster.RackAttribute ?? LocationPolicy.Default.RackAttribute),
                Limits = limits with
                {
                    Timeout = rules.Duration("collection.timeout", file.Collection?.Timeout, limits.Timeout, TimeSpan.FromMilliseconds(100)),
                    MaxBodyBytes = rules.Size("collection.maxBody", file.Collection?.MaxBody, limits.MaxBodyBytes),
                    MaxConcurrency = rules.Between("collection.concurrency", file.Collection?.Concurrency ?? limits.MaxConcurrency, 1, 1000),
                },
                Tls = new()
                {
                    CertificateAuthorityFile = addresses.CertificateFile("cluster.caFile", cluster.CaFile),
                    CipherSuites = cluster.OldCiphers ? TlsOptions.OldMesosCiphers : null,
                },
            },
            mastersIn,
            addresses.ZooKeepers("cluster.zooKeepers", cluster.ZooKeepers ?? []));
    }
}
