using Capacity.Mesos.Http;
using Capacity.Mesos.ZooKeeper;

namespace Capacity.Cli.Connecting;

/// <summary>Reads addresses and credentials, and collects everything that is wrong with them.</summary>
internal sealed class AddressReader
{
    private readonly List<string> faults = [];

    /// <summary>Reads <c>http://host:port[,…]</c>; the scheme may be left out.</summary>
    public List<Uri> Http(string option, string[] values, int defaultPort)
    {
        var uris = new List<Uri>();
        foreach (var part in values.SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            var scheme = uris.Count > 0 ? uris[0].Scheme : Uri.UriSchemeHttp;
            var text = part.Contains("://", StringComparison.Ordinal) ? part : $"{scheme}://{part}";
            if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0)
            {
                uris.Add(uri.IsDefaultPort && !part.EndsWith($":{uri.Port}", StringComparison.Ordinal) ? new UriBuilder(uri) { Port = defaultPort }.Uri : uri);
            }
            else
            {
                faults.Add($"{option}: '{part}' is no address: write http://host:{defaultPort}.");
            }
        }

        if (uris.Count == 0 && option == "--master" && faults.Count == 0)
        {
            faults.Add("--master is missing: name the Mesos masters, such as --master http://10.0.0.1:5050,http://10.0.0.2:5050.");
        }

        return uris;
    }

    /// <summary>Reads <c>zk://…/mesos</c> where that is what was given for the masters.</summary>
    public ZooKeeperUri? ZooKeeperMasters(string[] values)
    {
        if (values is not [var value] || !value.StartsWith("zk://", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var uri = ZooKeeperUri.TryParse(value);
        if (uri is null)
        {
            faults.Add($"--master: '{value}' is no ZooKeeper address: write zk://host:2181,host:2181/mesos.");
        }

        return uri;
    }

    /// <summary>Reads <c>host:2181[,…]</c> or <c>zk://host:2181[,…]/mesos</c>.</summary>
    public ZooKeeperOptions? ZooKeepers(string[] values)
    {
        if (values.Length == 0)
        {
            return null;
        }

        var joined = string.Join(',', values);
        if (ZooKeeperUri.TryParse(joined.Contains("://", StringComparison.Ordinal) ? joined : $"zk://{joined}/mesos") is { } uri)
        {
            // A scan should not take longer for a large tree than for its samples.
            return ZooKeeperOptions.From(uri) with { MaxTime = TimeSpan.FromSeconds(30) };
        }

        faults.Add($"--zookeeper: '{joined}' is no list of servers: write host:2181,host:2181.");
        return null;
    }

    /// <summary>Reads credentials from a file or, failing that, from the environment; never from the command line, which others can read.</summary>
    public HttpCredentials? Credentials(string option, string? file, string variable)
    {
        var text = file is null ? Environment.GetEnvironmentVariable(variable) : ExistingFile(option, file) is { } path ? File.ReadAllText(path) : null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var credentials = HttpCredentials.TryParse(text);
        if (credentials is null)
        {
            faults.Add($"{(file is null ? variable : option)}: expected user:password, Bearer TOKEN or token=TOKEN.");
        }

        return credentials;
    }

    /// <summary>Takes the path of a file that has to exist.</summary>
    public string? ExistingFile(string option, string? file)
    {
        if (file is null || File.Exists(file))
        {
            return file;
        }

        faults.Add($"{option}: there is no file '{file}'.");
        return null;
    }

    /// <exception cref="UserErrorException">Something was wrong.</exception>
    public void ThrowIfAnyFault()
    {
        if (faults.Count > 0)
        {
            throw new UserErrorException(string.Join(Environment.NewLine, faults));
        }
    }
}
