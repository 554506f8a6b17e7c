using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Capacity.Server.Configuration;
using Capacity.Testing.Recordings;

namespace Capacity.Server.Tests.Configuration;

/// <summary>The sample configuration with all that is behind "# " in it, as its head says how to use that.</summary>
public sealed partial class SampleConfigurationTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("capacity-sample-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Load_EveryOptionUsed_IsGood()
    {
        var lines = File.ReadAllLines(Path.Combine(CommittedRecordings.Folder, "..", "..", "docs", "capacity.yaml"));
        var all = lines.Select((line, i) => Hidden().IsMatch(line)
            ? Files().Replace(Hidden().Replace(line, "$1"), f => $"{f.Groups[1].Value}: '{Write(f.Groups[2].Value)}'")
            : i + 1 < lines.Length && Hidden().IsMatch(lines[i + 1]) ? Empty().Replace(line, "$1") : line);
        var path = Path.Combine(folder, "capacity.yaml");
        File.WriteAllLines(path, all.Select(l => l.Replace("default: {}", "default: { receivers: [pager, chat], escalation: usual, quietHours: nights }", StringComparison.Ordinal)));

        var loaded = ConfigurationLoader.Load(path) switch
        {
            ConfigurationOutcome.Loaded(var configuration) => configuration,
            ConfigurationOutcome.Refused(var faults) => throw new InvalidDataException(string.Join('\n', faults)),
            var other => throw new InvalidOperationException($"{other} is not handled."),
        };

        Assert.Equal(["central", "chat", "genie", "hook", "mail", "pager"], loaded.Paging.Receivers.Select(r => r.Name).Order(StringComparer.Ordinal));
        Assert.NotNull(loaded.Mail);
    }

    /// <summary>A line that is there to be used: a name, or an item of a list.</summary>
    [GeneratedRegex(@"^( +)# (?= *(?:- )?[a-zA-Z]+: )(?! *Each may)(?! *updates: false \()")]
    private static partial Regex Hidden();

    [GeneratedRegex("(authFile|operatorAuthFile|marathonAuthFile|caFile|secretFile): ([a-z.]+)")]
    private static partial Regex Files();

    [GeneratedRegex(@"^( *[a-zA-Z]+:) *(?:\{\}|\[\])")]
    private static partial Regex Empty();

    private string Write(string name)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, name.EndsWith(".pem", StringComparison.Ordinal) ? Certificate() : name.EndsWith(".url", StringComparison.Ordinal) ? "https://example.org/secret" : "user:password");
        return path;
    }

    private static string Certificate()
    {
        using var key = ECDsa.Create();
        using var certificate = new CertificateRequest("CN=example.org", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return certificate.ExportCertificatePem();
    }
}
