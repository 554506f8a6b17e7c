using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Capacity.Core.Scanning;
using Capacity.Mesos.Http;
using Capacity.Mesos.Tests.Fakes;

namespace Capacity.Mesos.Tests.Http;

public sealed class TlsTests : IDisposable
{
    private readonly X509Certificate2 certificate = SelfSigned();
    private readonly string caFile = Path.GetTempFileName();

    public TlsTests() => File.WriteAllText(caFile, certificate.ExportCertificatePem());

    public void Dispose()
    {
        certificate.Dispose();
        File.Delete(caFile);
    }

    [Fact]
    public async Task Master_HasMesosDefaultCiphers_FailsAndSaysWhatToDo() => AssertTlsLine(await ScanAsync(OldMesos(), new() { CertificateAuthorityFile = caFile }));

    [Fact]
    public async Task Master_HasMesosDefaultCiphers_OldCiphersRead() =>
        AssertRead(await ScanAsync(OldMesos(), new() { CertificateAuthorityFile = caFile, CipherSuites = TlsOptions.OldMesosCiphers }));

    [Fact]
    public async Task Certificate_OfAnUnknownAuthority_FailsAndSaysWhatToDo() => AssertTlsLine(await ScanAsync(Modern(), new()));

    [Fact]
    public async Task Certificate_OfAnAuthorityThatWasGiven_IsTaken() => AssertRead(await ScanAsync(Modern(), new() { CertificateAuthorityFile = caFile }));

    [Fact]
    public async Task Certificate_AnyIsTaken_IsTaken() => AssertRead(await ScanAsync(Modern(), new() { AcceptAnyCertificate = true }));

    [Fact]
    public async Task Certificate_OfAnotherAuthority_Fails()
    {
        using var other = SelfSigned();
        await File.WriteAllTextAsync(caFile, other.ExportCertificatePem(), TestContext.Current.CancellationToken);

        AssertTlsLine(await ScanAsync(Modern(), new() { CertificateAuthorityFile = caFile }));
    }

    private static void AssertTlsLine(ScanReport report)
    {
        var line = Assert.Single(report.Warnings, w => w.Code == "source-unreadable");
        Assert.Contains("TLS handshake failed (", line.Message, StringComparison.Ordinal);
        Assert.Contains("with Mesos's default ciphers offer the old ones, for a private authority give its certificate", line.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("see inner exception", line.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(report.Agents);
    }

    private static void AssertRead(ScanReport report)
    {
        Assert.DoesNotContain(report.Warnings, w => w.Code == "source-unreadable");
        Assert.True(Assert.Single(report.Agents).Read);
        Assert.Equal(4, report.Cluster.Total.Cpus.Cores);
    }

    /// <summary>A cluster of one master and one agent, both with TLS: agents are talked to as their master is.</summary>
    private static async Task<ScanReport> ScanAsync(SslServerAuthenticationOptions server, TlsOptions client)
    {
        await using var cluster = new FakeCluster(agents: 1);
        var agent = cluster.Add(new LoopbackServer(server)
            .On("/containers", Answers.Json("[]"))
            .On("/state", Answers.Json(FakeDocuments.State("a1", FakeDocuments.Executor("a1")))));
        var master = cluster.Add(new LoopbackServer(server)
            .On("/metrics/snapshot", Answers.Json(FakeDocuments.LeaderMetrics))
            .On("/slaves", Answers.Json(FakeDocuments.Slaves(FakeDocuments.Slave("a1", $"slave(1)@{agent.Address}"))))
            .On("/maintenance/status", Answers.Json("{}"))
            .On("/maintenance/schedule", Answers.Json("{}"))
            .On("/api/v1", Answers.Json(FakeDocuments.GetMaster)));
        cluster.Targets = cluster.Targets with { Masters = [master.Uri], Marathons = [], Tls = client };
        return await cluster.ScanAsync();
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=mesos.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
    }

    private SslServerAuthenticationOptions Modern() => new() { ServerCertificate = certificate };

    private SslServerAuthenticationOptions OldMesos()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows sets its cipher suites for the whole machine.");
        return new()
        {
            ServerCertificate = certificate,
#pragma warning disable CA5398 // The version that Mesos speaks is the point.
            EnabledSslProtocols = SslProtocols.Tls12,
#pragma warning restore CA5398
#pragma warning disable CA1416 // Windows was skipped above.
            CipherSuitesPolicy = new([TlsCipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA]),
#pragma warning restore CA1416
        };
    }
}
