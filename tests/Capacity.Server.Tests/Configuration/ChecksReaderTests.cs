using Capacity.Core.Alerting;
using Capacity.Core.Checks;
using Capacity.Server.Configuration;

namespace Capacity.Server.Tests.Configuration;

public sealed class ChecksReaderTests
{
    private const string Cluster = "cluster: { masters: ['http://127.0.0.1:5050'] }\n";

    [Fact]
    public void Read_SomeSettings_OthersStayAsUsual()
    {
        var policy = Load("""
            checks:
              warmUp: 5m
              runbooks: https://example.org/runbooks
              rules:
                MesosAgentMissing: { for: 10m, keepFiring: 1m, severity: critical, runbook: 'https://example.org/missing' }
                CapacityCoverageLow: { threshold: 0.7 }
                MesosElectionChurn: { threshold: 5, clear: 3 }
                MesosLeaderChanged: { enabled: false }
                MesosNoLeader:
            """).Checks;

        CheckSettings Of(string name) => policy.Of(CheckCatalogue.All.Single(c => c.Name == name));
        Assert.Equal((TimeSpan.FromMinutes(5), "https://example.org/runbooks"), (policy.WarmUp, policy.Runbooks));
        var missing = Of("MesosAgentMissing");
        Assert.Equal((TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1), AlertSeverity.Critical, "https://example.org/missing"), (missing.For, missing.KeepFiring, missing.Severity, missing.Runbook));
        Assert.Equal((0.7, 0.95), (Of("CapacityCoverageLow").Threshold, Of("CapacityCoverageLow").Clear));
        Assert.Equal((5.0, 3.0), (Of("MesosElectionChurn").Threshold, Of("MesosElectionChurn").Clear));
        Assert.False(Of("MesosLeaderChanged").IsEnabled);
        Assert.Equal(CheckCatalogue.All.Single(c => c.Name == "MesosNoLeader").Standard, Of("MesosNoLeader"));
    }

    public static TheoryData<string> Names => [.. CheckCatalogue.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_EverySettingOfACheck_IsTaken(string name)
    {
        var rule = CheckCatalogue.All.Single(c => c.Name == name);
        var (threshold, clear) = rule.IsBelow ? (7.5, 8.5) : (7.5, 6.5);
        var limits = rule.Standard.Threshold is null ? "" : FormattableString.Invariant($", threshold: {threshold}, clear: {clear}");

        var policy = Load($"checks: {{ rules: {{ {name}: {{ enabled: false, for: 11m, keepFiring: 13m, severity: info, runbook: 'https://example.org/{name}'{limits} }} }} }}").Checks;

        var expected = new CheckSettings
        {
            IsEnabled = false,
            For = TimeSpan.FromMinutes(11),
            KeepFiring = TimeSpan.FromMinutes(13),
            Severity = AlertSeverity.Info,
            Runbook = $"https://example.org/{name}",
            Threshold = limits.Length > 0 ? threshold : null,
            Clear = limits.Length > 0 ? clear : null,
        };
        Assert.Equal(expected, policy.Of(rule));
    }

    [Fact]
    public void Read_ThresholdPastTheUsualEnd_TakesTheEndWithIt()
    {
        var policy = Load("checks: { rules: { CapacityCoverageLow: { threshold: 0.99 } } }").Checks;

        Assert.Equal(0.99, policy.Changed["CapacityCoverageLow"].Clear);
    }

    [Fact]
    public void Read_Faults_AreSaidTogether()
    {
        var refused = Assert.IsType<ConfigurationOutcome.Refused>(ConfigurationLoader.Read(Cluster + """
            checks:
              warmUp: soon
              runbooks: somewhere
              rules:
                MesosNoSuch: { for: 1m }
                MesosNoLeader: { threshold: 3 }
                CapacityCoverageLow: { threshold: 0.9, clear: 0.8 }
                MesosElectionChurn: { severity: bad, for: x }
            """));

        Assert.Equal(
            ["checks.rules.MesosNoSuch", "checks.rules.MesosNoLeader", "checks.rules.CapacityCoverageLow", "checks.rules.MesosElectionChurn.for", "checks.rules.MesosElectionChurn.severity", "checks.warmUp", "checks.runbooks"],
            refused.Faults.Select(f => f.Split(':')[0]));
    }

    private static ServiceConfiguration Load(string checks) => Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read(Cluster + checks)).Configuration;
}
