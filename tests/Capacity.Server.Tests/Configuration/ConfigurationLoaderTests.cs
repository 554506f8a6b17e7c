using Capacity.Core.Alerting;
using Capacity.Core.RightSizing.Risk;
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
    public void Read_Address_IsWherePeopleReachTheService()
    {
        const string Masters = "cluster: { masters: [a] }\n";

        Assert.Equal("http://127.0.0.1:9000/", Loaded(Masters + "web: { listen: 'http://127.0.0.1:9000' }").Address.AbsoluteUri);
        Assert.Equal("https://capacity.example.org/", Loaded(Masters + "web: { address: 'https://capacity.example.org' }").Address.AbsoluteUri);
        Assert.Contains("web.address: 'capacity' is no address", Assert.Single(Refused(Masters + "web: { address: capacity }")), StringComparison.Ordinal);
        Assert.Contains("web.address: 'https://example.org/capacity' has a path", Assert.Single(Refused(Masters + "web: { address: 'https://example.org/capacity' }")), StringComparison.Ordinal);
    }

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
    public void Read_WhatIsNoOptionBesideWrongValues_IsSaidTogetherByLineAndName()
    {
        var faults = Refused("""
            cluster:
              name: ''
              masters: http://a:5050
              zooKeepers: [b, ~]
            collection:
              concurrency: lots
              interval: 1s
            storage: { retention: 9d }
            web: 127.0.0.1
            paging: { receivers: { hook: { type: webhook, uri: 'http://x' } } }
            rightSizing: { cpuFloor: [1], owners: { firstSegment: maybe } }
            extra: 1
            """);

        Assert.Equal(
            [
                "line 3: cluster.masters takes a list, such as [a, b].",
                "line 4: cluster.zooKeepers[1] is empty.",
                "line 6: collection.concurrency: 'lots' is no whole number.",
                "line 8: there is no option storage.retention.",
                "line 9: web takes options, and is a value or a list.",
                "line 10: there is no option paging.receivers.hook.uri.",
            ],
            faults.Take(6));
        Assert.All(
            ["line 11: rightSizing.cpuFloor", "line 11: rightSizing.owners.firstSegment: 'maybe' is neither true nor false.", "line 12: there is no option extra.", "cluster.name is empty.", "collection.interval: 1s is too short", "paging.receivers.hook.url is missing"],
            fault => Assert.Contains(faults, f => f.StartsWith(fault, StringComparison.Ordinal)));
        Assert.DoesNotContain(faults, f => f.Contains("mastersInterval", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cluster: { masters: [a], masters: [b] }", "masters")]
    [InlineData("- a", "it begins with cluster:")]
    [InlineData("cluster: { masters: [a], oldCiphers: yes, name: 5 }", null)]
    [InlineData("cluster: { masters: [a] }\ncollection:\n  concurrency: ", null)]
    public void Read_OddYaml_IsRefusedByNameOrRead(string yaml, string? fault)
    {
        if (fault is null)
        {
            Loaded(yaml);
        }
        else
        {
            Assert.Contains(fault, Assert.Single(Refused(yaml)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_ShortInterval_MastersAreLookedAtAsOften() =>
        Assert.Equal(TimeSpan.FromSeconds(8), Loaded("{ cluster: { masters: [a] }, collection: { interval: 8s, timeout: 3s } }").MastersInterval);

    [Fact]
    public void Read_CollectionsTooFarApart_IsRefused() =>
        Assert.Contains("collection.interval (01:00:00) must be at most 00:20:00", Assert.Single(Refused("{ cluster: { masters: [a] }, collection: { interval: 1h } }")), StringComparison.Ordinal);

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
    public void Load_SampleConfiguration_ShowsWhatHoldsWithoutIt()
    {
        var sample = Path.Combine(CommittedRecordings.Folder, "..", "..", "docs", "capacity.yaml");
        var shown = Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Load(sample)).Configuration.RightSizing;
        var standard = RightSizingSettings.Default;

        Assert.Equal(standard.Policy with { Catalogue = shown.Policy.Catalogue }, shown.Policy);
        Assert.Empty(shown.Policy.Catalogue);
        Assert.Equal((standard.Interval, standard.Profiles, standard.Currency), (shown.Interval, shown.Profiles, shown.Currency));
        Assert.Equal((standard.Reports.Day, standard.Reports.Hour, standard.Reports.Everything), (shown.Reports.Day, shown.Reports.Hour, shown.Reports.Everything));
        Assert.Equal(standard.Owners.Labels, shown.Owners.Labels);
    }

    [Fact]
    public void Read_RightSizing_IsRead()
    {
        const string Yaml = """
            cluster: { masters: ['http://10.0.0.1:5050'] }
            rightSizing:
              risk: { memoryBreach: 0.2, mostMemoryBreach: 0.5, memoryBelowPeak: true }
              prices: { currency: EUR, coreHour: 0.02, gibibyteHour: 0.003 }
              catalogue: [{ name: S, cpus: 0.5, memory: 1GiB }]
              owners: { paths: { /shop: web, /shop/pay: payments }, firstSegment: true }
              teams: { payments: { instanceFloor: 3, memoryFloor: 512MiB, webhook: 'https://example.org/p' } }
              reports: { day: friday, hour: 16, webhook: 'https://example.org/all' }
            """;
        var read = Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read(Yaml)).Configuration.RightSizing;

        Assert.Equal((0.02, 0.003, "EUR"), (read.Policy.Prices.CoreHour, read.Policy.Prices.GibibyteHour, read.Currency));
        Assert.Equal(RiskTargets.Default with { MemoryBreachRatio = 0.2, MostMemoryBreachRatio = 0.5, MemoryMayBeBelowPeak = true }, read.Policy.Targets);
        Assert.Equal("S", Assert.Single(read.Policy.Catalogue).Name);
        Assert.Equal(3, read.Teams["payments"].InstanceFloor);
        var nobody = new Dictionary<string, string>();
        Assert.Equal(("payments", "web"), (read.Owners.Find("/shop/pay/api", nobody), read.Owners.Find("/shop/web", nobody)));
        Assert.Equal(("etl", null), (read.Owners.Find("/etl/night", nobody), read.Owners.Find("/alone", nobody)));
        Assert.Equal("ops", read.Owners.Find("/shop/web", new Dictionary<string, string> { ["owner"] = "ops" }));
        Assert.Equal((DayOfWeek.Friday, 16, "/p", "/all"), (read.Reports.Day, read.Reports.Hour, read.Reports.For("payments")!.AbsolutePath, read.Reports.For("web")!.AbsolutePath));
    }

    [Fact]
    public void Read_RightSizingWithFaults_SaysThemAll()
    {
        var faults = Refused("""
            cluster: { masters: ['http://10.0.0.1:5050'] }
            rightSizing: { interval: 1s, weeks: 0, cpuFloor: -1, flagFrom: 0.1, memoryCap: 1KiB, reports: { day: someday, webhook: 'ftp://x' }, catalogue: [{ name: S }, { name: M, cpus: 1, memory: 1GiB }, { name: M, cpus: 2, memory: 2GiB }],
                teams: { web: { cpuFloor: 4, cpuCap: 1, memoryFloor: 2GiB, memoryCap: 1GiB } } }
            """);

        Assert.All(
            ["interval", "weeks", "cpuFloor", "clearBelow", "memoryCap", "reports.day", "reports.webhook", "catalogue[0]", "catalogue: two sizes", "teams.web.cpuCap", "teams.web.memoryCap"],
            name => Assert.Contains(faults, f => f.Contains($"rightSizing.{name}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", MailTls.StartTls, 587)]
    [InlineData("tls: tls", MailTls.Tls, 465)]
    [InlineData("tls: tls, port: 2465", MailTls.Tls, 2465)]
    public void Read_MailServer_HasTheUsualPort(string more, MailTls tls, int port)
    {
        var mail = Loaded($"{{ cluster: {{ masters: [a] }}, mail: {{ host: smtp.example.org, from: c@example.org, {more} }} }}").Mail!;

        Assert.Equal((tls, port, TimeSpan.FromSeconds(30), null), (mail.Tls, mail.Port, mail.Timeout, mail.Credentials));
        Assert.Equal(25, Loaded("{ cluster: { masters: [a] }, mail: { host: '::1', from: c@example.org, tls: none } }").Mail!.Port);
        Assert.Null(Loaded("cluster: { masters: [a] }").Mail);
    }

    [Fact]
    public void Read_MailPassword_ComesFromItsFileAndIsNeverPrinted()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "me@example.org:se:cret\n");

        var mail = Loaded($"{{ cluster: {{ masters: [a] }}, mail: {{ host: smtp.example.org, from: c@example.org, authFile: '{file}' }} }}").Mail!;
        File.WriteAllText(file, "secret\n");
        var fault = Assert.Single(Refused($"{{ cluster: {{ masters: [a] }}, mail: {{ host: smtp.example.org, from: c@example.org, authFile: '{file}' }} }}"));
        File.Delete(file);

        Assert.Equal(("me@example.org", "se:cret"), (mail.Credentials!.User, mail.Credentials.Password));
        Assert.DoesNotContain("cret", mail.ToString(), StringComparison.Ordinal);
        Assert.Equal("mail.authFile: expected user:password.", fault);
    }

    [Theory]
    [InlineData("host: smtp.example.org, from: c@example.org, tls: none", "mail.tls: without TLS only a server on this machine")]
    [InlineData("host: smtp.example.org, from: c@example.org, tls: ssl", "mail.tls: 'ssl' is none of")]
    [InlineData("host: 'smtp.example.org:25', from: c@example.org", "mail.host: 'smtp.example.org:25' is no name")]
    [InlineData("host: smtp.example.org, from: Capacity", "mail.from: 'Capacity' is no address")]
    [InlineData("host: smtp.example.org", "mail.from: '' is no address")]
    [InlineData("from: c@example.org", "mail.host is missing")]
    [InlineData("host: smtp.example.org, from: c@example.org, port: 0", "mail.port: 0 is out of range")]
    [InlineData("host: smtp.example.org, from: c@example.org, timeout: 1ms", "mail.timeout: 1ms is too short")]
    [InlineData("host: smtp.example.org, from: c@example.org, caFile: nowhere.pem", "mail.caFile: 'nowhere.pem' cannot be read")]
    public void Read_MailServerWithAFault_SaysWhatToWrite(string mail, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Refused($"{{ cluster: {{ masters: [a] }}, mail: {{ {mail} }} }}")), StringComparison.Ordinal);

    [Fact]
    public void Read_ReceiversOfReports_AreFoundInOrder()
    {
        var mail = Loaded("""
            cluster: { masters: [a] }
            mail: { host: smtp.example.org, from: c@example.org }
            rightSizing:
              teams: { pay: { mail: 'a@x.org, b@y.org, A@x.org' }, quiet: { cpuFloor: 1 } }
              reports: { mail: { ownerDomains: [Example.org], pattern: 'team-{team}@lists.example.org', to: ops@example.org } }
            """).RightSizing.Reports.Mail;

        Assert.Equal(["a@x.org", "b@y.org"], mail.For("pay"));
        Assert.Equal(["Ann@example.ORG"], mail.For("Ann@example.ORG"));
        Assert.Equal(["team-quiet@lists.example.org"], mail.For("quiet"));
        Assert.All(["ann@elsewhere.org", "two words", "x@example.org,y@elsewhere.org", "a\r\nb"], t => Assert.Equal(["ops@example.org"], mail.For(t)));
    }

    [Theory]
    [InlineData("teams: { pay: { mail: 'a@x.org;b@y.org' } }", "rightSizing.teams.pay.mail: 'a@x.org;b@y.org' is no address")]
    [InlineData("reports: { mail: { to: '' } }", "rightSizing.reports.mail.to: '' is no address")]
    [InlineData("reports: { mail: { pattern: 'team@example.org' } }", "rightSizing.reports.mail.pattern: ")]
    [InlineData("reports: { mail: { pattern: 'reports@{team}' } }", "rightSizing.reports.mail.pattern: ")]
    [InlineData("reports: { mail: { ownerDomains: ['@example.org'] } }", "rightSizing.reports.mail.ownerDomains: '@example.org' is no domain")]
    public void Read_ReceiversWithAFault_SaysWhatToWrite(string rightSizing, string expected) => Assert.StartsWith(
        expected,
        Assert.Single(Refused($"{{ cluster: {{ masters: [a] }}, mail: {{ host: smtp.example.org, from: c@example.org }}, rightSizing: {{ {rightSizing} }} }}")),
        StringComparison.Ordinal);

    [Fact]
    public void Read_ReceiversWithoutAServer_AreRefused() => Assert.Contains(
        "name it as mail.host", Assert.Single(Refused("{ cluster: { masters: [a] }, rightSizing: { reports: { mail: { to: ops@example.org } } } }")), StringComparison.Ordinal);

    [Fact]
    public void Load_SampleConfiguration_ShowsHowAlertsAreTakenWithoutIt()
    {
        var sample = Path.Combine(CommittedRecordings.Folder, "..", "..", "docs", "capacity.yaml");
        var (shown, standard) = (Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Load(sample)).Configuration.Alerts, AlertSettings.Default);

        Assert.Equal(standard.GroupBy, shown.GroupBy);
        Assert.Equal(standard, shown with { GroupBy = standard.GroupBy });
    }

    [Fact]
    public void Read_Alerts_AreRead()
    {
        var read = Loaded("""
            cluster: { masters: [a] }
            alerts: { pathPrefix: /a/b/, receiver: ops, groupBy: [], resolveTimeout: 30s, keepResolved: 1h, keepSilences: 1d, maxAlerts: 1, maxAlertsPerSender: 2,
              maxSilences: 3, maxRequest: 1MiB, maxLabels: 4, maxName: 5B, maxValue: 6B }
            """).Alerts;

        Assert.Equal(("/a/b", "ops"), (read.PathPrefix, read.Receiver));
        Assert.Empty(read.GroupBy);
        Assert.Equal(new(TimeSpan.FromSeconds(30), TimeSpan.FromHours(1), 1, 2), read.Board);
        Assert.Equal((3, TimeSpan.FromDays(1)), (read.Silences.MostSilences, read.Silences.Retention));
        Assert.Equal((1 << 20, 4, 5, 6), (read.MaxBodyBytes, read.MaxLabels, read.MaxNameBytes, read.MaxValueBytes));
    }

    [Fact]
    public void Read_AlertsWithFaults_SaysThemAll()
    {
        var faults = Refused("""
            cluster: { masters: [a] }
            alerts: { pathPrefix: am, receiver: 'a b', resolveTimeout: soon, keepResolved: 1s, maxAlerts: 0, maxRequest: 0, maxLabels: 0 }
            """);

        Assert.All(
            ["pathPrefix", "receiver", "resolveTimeout", "keepResolved", "maxAlerts", "maxRequest", "maxLabels"],
            name => Assert.Contains(faults, f => f.StartsWith($"alerts.{name}: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_AlertPolicy_TakesOwnKindsBeforeTheUsualOnes()
    {
        var read = Loaded("""
            cluster: { masters: [a] }
            alerts:
              keepIncidents: 30d
              receivedLog: { folder: here, maxSize: 2MiB, keep: 3 }
              policy: { settle: 10s, collapseMachines: 5, rackShare: 0.7, zoneLabels: [hall], kinds: [ { kind: machine, name: ^PingLost, with: [host] } ] }
            """).Alerts;

        Assert.Equal((TimeSpan.FromDays(30), new ReceivedLogSettings("here", 2 << 20, 3)), (read.KeepIncidents, read.ReceivedLog));
        Assert.Equal((TimeSpan.FromSeconds(10), 5, 0.7, "hall"), (read.Policy.Settle, read.Policy.CollapseMachines, read.Policy.RackShare, Assert.Single(read.Policy.ZoneLabels)));
        Assert.Equal((AlertKind.Machine, "^PingLost", "host"), (read.Policy.Kinds[0].Kind, read.Policy.Kinds[0].Pattern, Assert.Single(read.Policy.Kinds[0].With)));
        Assert.Equal(AlertSettings.Default.Policy.Kinds.Count + 1, read.Policy.Kinds.Count);
    }

    [Theory]
    [InlineData("{ settle: soon }", "'settle' takes a length of time: write a number")]
    [InlineData("{ settel: 1s }", "'settel' is not known; known are addressLabels")]
    [InlineData("{ kinds: [ { kind: machin, name: x } ] }", "'kinds' takes a list")]
    [InlineData("{ kinds: [ { kind: machine, name: '(' } ] }", "'kinds' takes a list")]
    [InlineData("{ kinds: [ { kind: machine, name: x, with: [hots] } ] }", "'kinds' takes a list")]
    [InlineData("{ kinds: machine }", "'kinds' takes a list")]
    public void Read_AlertPolicyWithAFault_SaysIt(string policy, string expected) =>
        Assert.Contains(expected, Assert.Single(Refused($"cluster: {{ masters: [a] }}\nalerts: {{ policy: {policy} }}")), StringComparison.Ordinal);

    [Fact]
    public void Load_NoSuchFile_IsRefused() => Assert.IsType<ConfigurationOutcome.Refused>(ConfigurationLoader.Load("nowhere.yaml"));

    private static ServiceConfiguration Loaded(string yaml) => Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read(yaml)).Configuration;

    private static IReadOnlyList<string> Refused(string yaml) => Assert.IsType<ConfigurationOutcome.Refused>(ConfigurationLoader.Read(yaml)).Faults;
}
