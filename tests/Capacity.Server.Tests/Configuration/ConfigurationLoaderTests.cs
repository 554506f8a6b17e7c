using Capacity.Server.Configuration;
using Capacity.Testing.Recordings;

namespace Capacity.Server.Tests.Configuration;

public sealed class ConfigurationLoaderTests
{
    [Fact]
    public void Read_MastersAlone_IsEnough()
    {
        var configuration = Loaded("cluster: { masters: ['http://10.0.0.1:5050', 10.0.0.2] }");

        Assert.Equal(["http://10.0.0.1:5050/", "http://10.0.0.2:5050/"], configuration.Cluster.Targets.Masters.Select(m => m.AbsoluteUri));
        Assert.Equal(TimeSpan.FromSeconds(60), configuration.Interval);
        Assert.Equal(TimeSpan.FromSeconds(15), configuration.MastersInterval);
        Assert.Equal("http://127.0.0.1:8050/", configuration.Listen.AbsoluteUri);
    }

    [Fact]
    public void Read_ZooKeeperAddress_IsWhereTheMastersAre() =>
        Assert.Equal("zk://10.0.0.4:2181/mesos", Loaded("cluster: { masters: ['zk://10.0.0.4:2181/mesos'] }").Cluster.MastersIn!.ToString());

    [Fact]
    public void Read_SeveralFaults_AreSaidTogether()
    {
        var faults = Refused("""
            cluster: { masters: ['ftp://x'], authFile: nowhere }
            collection: { interval: soon, concurrency: 0 }
            web: { listen: 'http://0.0.0.0:80' }
            storage: { keepRaw: 30d, keepSummaries: 10d }
            """);

        Assert.Equal(6, faults.Count);
        Assert.Contains(faults, f => f.Contains("collection.interval: 'soon' is no duration", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("web.listen: http://0.0.0.0:80 is open to others", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("storage.keepRaw", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_ShortInterval_MastersAreLookedAtAsOften() =>
        Assert.Equal(TimeSpan.FromSeconds(8), Loaded("{ cluster: { masters: [a] }, collection: { interval: 8s, timeout: 3s } }").MastersInterval);

    [Fact]
    public void Read_MastersLessOftenThanEverything_IsRefused() =>
        Assert.Contains("collection.mastersInterval", Assert.Single(Refused("{ cluster: { masters: [a] }, collection: { mastersInterval: 2m } }")), StringComparison.Ordinal);

    [Theory]
    [InlineData("cluster: { mastrs: [a] }", "mastrs")]
    [InlineData("cluster: [", "line ")]
    [InlineData("", "cluster.masters is missing")]
    public void Read_NotAConfiguration_SaysWhatAndWhere(string yaml, string expected) =>
        Assert.Contains(Refused(yaml), f => f.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void Load_SampleConfiguration_IsGoodAndNamesEveryOption()
    {
        var sample = Path.Combine(CommittedRecordings.Folder, "..", "..", "docs", "capacity.yaml");

        Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Load(sample));
        var text = File.ReadAllText(sample);
        Assert.All(
            typeof(ServiceFile).GetNestedTypes().SelectMany(t => t.GetProperties()),
            p => Assert.Contains($"{char.ToLowerInvariant(p.Name[0])}{p.Name[1..]}:", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_NoSuchFile_IsRefused() => Assert.IsType<ConfigurationOutcome.Refused>(ConfigurationLoader.Load("nowhere.yaml"));

    private static ServiceConfiguration Loaded(string yaml) => Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read(yaml)).Configuration;

    private static IReadOnlyList<string> Refused(string yaml) => Assert.IsType<ConfigurationOutcome.Refused>(ConfigurationLoader.Read(yaml)).Faults;
}
