using System.Text.RegularExpressions;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Policies;
using Capacity.Core.Alerting.Subjects;
using Capacity.Core.Checks;
using Capacity.Testing.Recordings;

namespace Capacity.Core.Tests.Checks;

/// <summary>What holds for every check.</summary>
public sealed partial class CheckCatalogueTests
{
    public static TheoryData<string> Names => [.. CheckCatalogue.All.Select(c => c.Name)];

    [Fact]
    public void Names_AreThereOnce() => Assert.Equal(CheckCatalogue.All.Count, CheckCatalogue.All.Select(c => c.Name).Distinct().Count());

    [Theory]
    [MemberData(nameof(Names))]
    public void Rule_IsWrittenAsAlertsAre(string name)
    {
        var rule = CheckCatalogue.All.Single(c => c.Name == name);

        Assert.Matches(NameForm(), rule.Name);
        Assert.EndsWith(".", rule.Summary, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]", rule.Summary);
        Assert.Equal(rule.Standard.Threshold is null, rule.Standard.Clear is null);
        Assert.False(rule.Standard.Clear is { } clear && rule.IsBeyond(clear, rule.Standard.Threshold), "it would end beyond its own threshold");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rule_EndsLaterThanItIsWell_SoThatItDoesNotFlap(string name)
    {
        var standard = CheckCatalogue.All.Single(c => c.Name == name).Standard;

        Assert.True(standard.KeepFiring >= TimeSpan.FromMinutes(1));
        Assert.InRange(standard.For, TimeSpan.Zero, TimeSpan.FromDays(1));
        Assert.True(Enum.IsDefined(standard.Severity));
        Assert.True(standard.IsEnabled);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Correlator_KnowsTheKind(string name)
    {
        var rule = CheckCatalogue.All.Single(c => c.Name == name);
        var labels = LabelSet.Create([new("alertname", name), new("severity", CheckAlerts.Word(rule.Standard.Severity)), .. rule.Identity.Select(i => KeyValuePair.Create(i, "x"))]);

        var subject = new SubjectMapper(AlertPolicy.Default, Topology.Empty).Map(labels);

        Assert.Equal(rule.Kind, subject.Kind);
    }

    [Fact]
    public async Task Runbooks_AreOneForEachCheckAndEachRule()
    {
        var repository = Path.Combine(CommittedRecordings.Folder, "..", "..");
        var text = await File.ReadAllTextAsync(Path.Combine(repository, "docs", "runbooks.md"), TestContext.Current.CancellationToken);
        var rules = Directory.GetFiles(Path.Combine(repository, "alert-rules"), "*.rules.yaml").SelectMany(File.ReadAllLines).Select(l => Alert().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value);
        var sections = Section().Split(text).Skip(1).Select(s => s.Trim()).ToList();

        Assert.Equal(CheckCatalogue.All.Select(c => c.Name).Union(rules).Append("CapacityRunOut").Order(), sections.Select(s => s.Split('\n')[0]).Order());
        Assert.All(sections, s => Assert.All(["**Means.**", "**See it.**", "**Do.**"], part => Assert.Contains(part, s, StringComparison.Ordinal)));
        var anchors = sections.Select(s => $"#{s.Split('\n')[0].ToLowerInvariant()}").ToHashSet();
        Assert.All(Link().Matches(text), l => Assert.Contains(l.Groups[1].Value, anchors));
    }

    [GeneratedRegex("^(Mesos|Marathon|ZooKeeper|Capacity)([A-Z][a-z]+)+$")]
    private static partial Regex NameForm();

    [GeneratedRegex("- alert: ([A-Za-z]+)$")]
    private static partial Regex Alert();

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"\]\((#[^)]*)\)")]
    private static partial Regex Link();
}
