using Capacity.Core.Alerting.Labels;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Alerting.Labels;

public sealed class LabelSetTests
{
    [Fact]
    public void Fingerprint_NoLabels_IsThatOfAlertmanager() => Assert.Equal("cbf29ce484222325", LabelSet.Empty.Fingerprint.ToString());

    /// <remarks>Fingerprints that an Alertmanager 0.25 gave.</remarks>
    [Theory]
    [InlineData("c056093b48561193", "alertname=CT2")]
    [InlineData("8d737048d6a5d14d", "alertname=Future")]
    [InlineData("4567ecc69589f462", "severity=warning alertname=A2")]
    public void Fingerprint_Labels_IsThatOfAlertmanager(string expected, string labels) =>
        Assert.Equal(expected, LabelSet.Create(labels.Split(' ').Select(l => KeyValuePair.Create(l.Split('=')[0], l.Split('=')[1]))).Fingerprint.ToString());

    [Fact]
    public void Create_AnyOrder_IsTheSameSet() => Gen.Dictionary(Gen.String[1, 8], Gen.String[0, 8])[0, 8].Holds(labels =>
    {
        var one = LabelSet.Create(labels);
        var other = LabelSet.Create(labels.Reverse(), new LabelPool());

        Assert.Equal(one, other);
        Assert.Equal(one.Fingerprint, other.Fingerprint);
        Assert.Equal(labels.Count(l => l.Value.Length > 0), one.Count);
        Assert.All(labels, l => Assert.Equal(l.Value, one[l.Key]));
    });

    [Fact]
    public void Create_EmptyValue_IsNoLabel()
    {
        var labels = LabelSet.Create([new("alertname", "X"), new("zone", "")]);

        Assert.Single(labels);
        Assert.False(labels.Contains("zone"));
        Assert.Equal("", labels["zone"]);
    }

    [Fact]
    public void Create_NameTwice_LastCounts() =>
        Assert.Equal("""{a="2"}""", LabelSet.Create([new("a", "1"), new("a", "2")]).ToString());

    [Fact]
    public void Create_NamesBeyondTheBasicPlane_AreInOrderOfTheirBytes() =>
        Assert.Equal(["a", "\uFFFD", "🙂"], LabelSet.Create([new("🙂", "1"), new("\uFFFD", "2"), new("a", "3")]).Select(l => l.Key));

    [Fact]
    public void Create_WithPool_SharesStrings()
    {
        var pool = new LabelPool();

        var one = LabelSet.Create([new("zone", new string('b', 3))], pool);
        var other = LabelSet.Create([new("zone", new string('b', 3))], pool);

        Assert.Same(one["zone"], other["zone"]);
    }

    [Fact]
    public void Share_PoolIsFull_StillGivesTheString()
    {
        var pool = new LabelPool(capacity: 2);

        Assert.All("abca".Select(c => c.ToString()), t => Assert.Equal(t, pool.Share(t.AsSpan())));
    }

    [Fact]
    public void Only_SomeNames_IsThoseAlone()
    {
        var labels = LabelSet.Create([new("alertname", "X"), new("zone", "b"), new("rack", "r1")]);

        Assert.Equal("""{alertname="X", zone="b"}""", labels.Only(["zone", "alertname", "none"]).ToString());
        Assert.Equal("""{rack="r1"}""", labels.Without(["zone", "alertname"]).ToString());
    }
}
