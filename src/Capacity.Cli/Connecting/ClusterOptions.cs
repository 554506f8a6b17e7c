using System.CommandLine;
using Capacity.Cli.Terminal;
using Capacity.Core.Cluster;
using Capacity.Core.Recordings;
using Capacity.Mesos.Collection;
using Capacity.Mesos.Http;

namespace Capacity.Cli.Connecting;

/// <summary>The options that say which cluster to read, and how.</summary>
internal sealed class ClusterOptions(bool isRequired = true)
{
    private readonly Option<string[]> masters = List("--master", "URL", "The Mesos masters, all of them: http://host:5050[,…]; or where ZooKeeper has them: zk://host:2181[,…]/mesos." + (isRequired ? " Required." : " Without them a running service is asked."));
    private readonly Option<string[]> marathons = List("--marathon", "URL", "The Marathons: http://host:8080[,…]. Without them apps are guessed from the names of tasks.");
    private readonly Option<string[]> zooKeepers = List("--zookeeper", "HOST:PORT", "ZooKeeper servers to look at: host:2181[,…], or zk://host:2181[,…]/mesos.");
    private readonly Option<string?> auth = Text("--auth-file", "FILE", "A file with the credentials for masters and agents: user:password, Bearer TOKEN, or token=TOKEN. Also from the environment: CAPACITY_AUTH.");
    private readonly Option<string?> operatorAuth = Text("--operator-auth-file", "FILE", "Credentials for operator calls, where they differ. Also: CAPACITY_OPERATOR_AUTH.");
    private readonly Option<string?> marathonAuth = Text("--marathon-auth-file", "FILE", "Credentials for Marathon. Also: CAPACITY_MARATHON_AUTH.");
    private readonly Option<string> zoneAttribute = Defaulted("--zone-attribute", "NAME", "The agent attribute that holds the zone; @zone or @region for the fault domain.", "zone");
    private readonly Option<string> rackAttribute = Defaulted("--rack-attribute", "NAME", "The agent attribute that holds the rack; @zone or @region for the fault domain.", "rack");
    private readonly Option<string?> caFile = Text("--ca-file", "FILE", "The certificates to trust, in PEM.");
    private readonly Option<bool> oldCiphers = new("--old-ciphers") { Description = "Offer the TLS ciphers of Mesos's default list, which the system no longer offers by itself." };
    private readonly Option<bool> insecure = new("--insecure") { Description = "Take any certificate. Only for a network that is trusted otherwise." };
    private readonly Option<TimeSpan?> timeout = Durations.Option("--timeout", "The longest that one request may take.", "10s");
    private readonly Option<long?> maxBody = Sizes.Option("--max-body", "The largest answer to read.", "128MiB");
    private readonly Option<int> concurrency = WholeNumbers.Option("--concurrency", "How many agents are asked at the same time.", new HttpLimits().MaxConcurrency, 1, 1000);

    private Option[] All =>
    [
        masters, marathons, zooKeepers, auth, operatorAuth, marathonAuth, zoneAttribute, rackAttribute,
        timeout, maxBody, concurrency, caFile, oldCiphers, insecure,
    ];

    public void AddTo(Command command)
    {
        foreach (var option in All)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Says whether a cluster is named.</summary>
    public bool IsGiven(ParseResult result) => result.GetValue(masters) is { Length: > 0 };

    /// <summary>Names the options that the user gave.</summary>
    public IReadOnlyList<string> Given(ParseResult result) => [.. All.Where(o => result.GetResult(o) is { Implicit: false }).Select(o => o.Name)];

    /// <summary>Reads the options.</summary>
    /// <exception cref="UserErrorException">Something is wrong with them; all of it is said.</exception>
    public ClusterRequest Read(ParseResult result)
    {
        var limits = new HttpLimits();
        var addresses = new AddressReader();
        var zooKeeperMasters = addresses.ZooKeeperMasters("--master", result.GetValue(masters) ?? []);
        var request = new ClusterRequest(
            new()
            {
                Masters = zooKeeperMasters is null ? addresses.Masters("--master", result.GetValue(masters) ?? []) : [],
                Marathons = addresses.Http("--marathon", result.GetValue(marathons) ?? [], 8080),
                MesosCredentials = addresses.Credentials("--auth-file", result.GetValue(auth), "CAPACITY_AUTH"),
                OperatorCredentials = addresses.Credentials("--operator-auth-file", result.GetValue(operatorAuth), "CAPACITY_OPERATOR_AUTH"),
                MarathonCredentials = addresses.Credentials("--marathon-auth-file", result.GetValue(marathonAuth), "CAPACITY_MARATHON_AUTH"),
                Location = new LocationPolicy(result.GetValue(zoneAttribute)!, result.GetValue(rackAttribute)!),
                Limits = limits with
                {
                    Timeout = result.GetValue(timeout) ?? limits.Timeout,
                    MaxBodyBytes = result.GetValue(maxBody) ?? limits.MaxBodyBytes,
                    MaxConcurrency = result.GetValue(concurrency),
                },
                Tls = new()
                {
                    CertificateAuthorityFile = addresses.CertificateFile("--ca-file", result.GetValue(caFile)),
                    CipherSuites = result.GetValue(oldCiphers) ? TlsOptions.OldMesosCiphers : null,
                    AcceptAnyCertificate = result.GetValue(insecure),
                },
            },
            zooKeeperMasters,
            addresses.ZooKeepers("--zookeeper", result.GetValue(zooKeepers) ?? []));
        return addresses.Faults.Count == 0 ? request : throw new UserErrorException(string.Join(Environment.NewLine, addresses.Faults));
    }

    /// <summary>Finds the masters, and keeps what ZooKeeper says where there is a sink.</summary>
    /// <exception cref="UserErrorException">ZooKeeper cannot tell.</exception>
    public static async Task<ClusterTargets> ResolveAsync(ClusterRequest request, TimeProvider time, IExchangeSink? sink, CancellationToken cancellationToken) =>
        await MasterDiscovery.ResolveAsync(request, time, sink, cancellationToken) switch
        {
            MasterDiscovery.Found(var targets) => targets,
            MasterDiscovery.NotFound(var reason) => throw new UserErrorException(reason, ExitCodes.NoLeader),
            var other => throw new InvalidOperationException($"{other} is not handled."),
        };

    private static Option<string[]> List(string name, string helpName, string description) => new(name) { Description = description, HelpName = helpName, AllowMultipleArgumentsPerToken = false };

    private static Option<string?> Text(string name, string helpName, string description) => new(name) { Description = description, HelpName = helpName };

    private static Option<string> Defaulted(string name, string helpName, string description, string value) =>
        new(name) { Description = description, HelpName = helpName, DefaultValueFactory = _ => value };
}
