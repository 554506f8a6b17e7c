using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Capacity.Mesos.Http;
using Capacity.Mesos.ZooKeeper;

namespace Capacity.Mesos.Collection;

/// <summary>Reads addresses and credentials, and collects everything that is wrong with them.</summary>
public sealed class AddressReader
{
    private readonly List<string> faults = [];

    /// <summary>Gets everything that is wrong with what was read so far, one line each.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>Reads <c>http://host:port[,…]</c>; the scheme may be left out.</summary>
    /// <param name="option">What to call it in a fault.</param>
    /// <param name="values">What was given; each may hold several, with commas between.</param>
    /// <param name="defaultPort">The port where none is given.</param>
    public IReadOnlyList<Uri> Http(string option, IReadOnlyList<string> values, int defaultPort)
    {
        var uris = new List<Uri>();
        foreach (var part in values.SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            var scheme = uris.Count > 0 ? uris[0].Scheme : Uri.UriSchemeHttp;
            var text = part.Contains("://", StringComparison.Ordinal) ? part : $"{scheme}://{part}";
            if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0)
            {
                if (uri.UserInfo.Length > 0 && !uri.UserInfo.Contains(':', StringComparison.Ordinal))
                {
                    faults.Add($"{option}: '{Shown(part)}' names a user without a password: write http://user:password@host, or give the credentials in a file.");
                }

                uris.Add(uri.IsDefaultPort && !part.EndsWith($":{uri.Port}", StringComparison.Ordinal) ? new UriBuilder(uri) { Port = defaultPort }.Uri : uri);
            }
            else
            {
                faults.Add($"{option}: '{Shown(part)}' is no address: write http://host:{defaultPort}.");
            }
        }

        return uris;
    }

    /// <summary>Reads the addresses of masters, of which there has to be one.</summary>
    /// <param name="option">What to call it in a fault.</param>
    /// <param name="values">What was given.</param>
    public IReadOnlyList<Uri> Masters(string option, IReadOnlyList<string> values)
    {
        var before = faults.Count;
        var uris = Http(option, values, 5050);
        if (uris.Count == 0 && faults.Count == before)
        {
            faults.Add($"{option} is missing: name the Mesos masters, such as http://10.0.0.1:5050,http://10.0.0.2:5050.");
        }

        return uris;
    }

    /// <summary>Reads <c>zk://…/mesos</c> where that is what was given for the masters.</summary>
    public ZooKeeperUri? ZooKeeperMasters(string option, IReadOnlyList<string> values)
    {
        if (values is not [var value] || !value.StartsWith("zk://", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var uri = ZooKeeperUri.TryParse(value);
        if (uri is null)
        {
            faults.Add($"{option}: '{Shown(value)}' is no ZooKeeper address: write zk://host:2181,host:2181/mesos.");
        }

        return uri;
    }

    /// <summary>Reads <c>host:2181[,…]</c> or <c>zk://host:2181[,…]/mesos</c>.</summary>
    public ZooKeeperOptions? ZooKeepers(string option, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return null;
        }

        var joined = string.Join(',', values);
        if (ZooKeeperUri.TryParse(joined.Contains("://", StringComparison.Ordinal) ? joined : $"zk://{joined}/mesos") is { } uri)
        {
            // A scan should not take longer for a large tree than for its samples.
            return ZooKeeperOptions.From(uri) with { MaxTime = TimeSpan.FromSeconds(30) };
        }

        faults.Add($"{option}: '{Shown(joined)}' is no list of servers: write host:2181,host:2181.");
        return null;
    }

    /// <summary>Reads credentials from a file or, failing that, from the environment; never from the command line, which others can read.</summary>
    public HttpCredentials? Credentials(string option, string? file, string variable) =>
        Secret(option, file, variable, HttpCredentials.TryParse, "user:password, Bearer TOKEN or token=TOKEN");

    /// <summary>Reads a secret from a file or, failing that, from the environment.</summary>
    /// <param name="option">What to call it in a fault.</param>
    /// <param name="file">The file; <see langword="null"/> for the environment.</param>
    /// <param name="variable">The variable of the environment.</param>
    /// <param name="parse">Makes something of the text; <see langword="null"/> where it is none.</param>
    /// <param name="expected">What the text should be, for a fault. The text itself is never shown.</param>
    /// <returns>The secret; <see langword="null"/> where there is none, or none that is good.</returns>
    public T? Secret<T>(string option, string? file, string variable, Func<string, T?> parse, string expected)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(parse);
        var text = file is null ? Environment.GetEnvironmentVariable(variable) : TextOf(option, file);
        if (text is null || (file is null && text.Length == 0))
        {
            return null;
        }

        var secret = parse(text);
        if (secret is null)
        {
            faults.Add($"{(file is null ? variable : option)}: expected {expected}.");
        }

        return secret;
    }

    /// <summary>Takes the path of a file that has to hold certificates in PEM.</summary>
    public string? CertificateFile(string option, string? file)
    {
        if (file is null || TextOf(option, file) is not { } text)
        {
            return null;
        }

        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPem(text);
            if (certificates.Count > 0)
            {
                return file;
            }
        }
        catch (CryptographicException)
        {
            // Said below, as for a file without any.
        }

        faults.Add($"{option}: '{file}' holds no certificate in PEM.");
        return null;
    }

    private string? TextOf(string option, string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{option}: '{file}' cannot be read: {(e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : "this user may not")}.");
            return null;
        }
    }

    /// <summary>An address as it may be shown: what stands before an @ may be a password.</summary>
    private static string Shown(string address)
    {
        var at = address.LastIndexOf('@');
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        return at < 0 ? address : (scheme < 0 ? string.Empty : address[..(scheme + 3)]) + "***" + address[at..];
    }
}
