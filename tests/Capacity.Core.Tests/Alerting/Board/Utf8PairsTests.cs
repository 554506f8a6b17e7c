using System.Text;
using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Labels;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Alerting.Board;

public sealed class Utf8PairsTests
{
    [Fact]
    public void FinishLabels_AnyPairs_AreTheSetOfTheseLabels() => Gen.Select(Gen.String[1, 4], Gen.String[0, 6]).Array[0, 8].Holds(
        pairs =>
        {
            // A surrogate alone is no UTF-8.
            List<KeyValuePair<string, string>> labels = [.. pairs.Select(p => KeyValuePair.Create(string.Concat(p.Item1.EnumerateRunes()), string.Concat(p.Item2.EnumerateRunes())))];
            var bytes = new Utf8Pairs(8);
            labels.ForEach(l => bytes.Add(Encoding.UTF8.GetBytes(l.Key), Encoding.UTF8.GetBytes(l.Value)));
            bytes.FinishLabels();
            var set = LabelSet.Create(labels);

            Assert.Equal(set.Fingerprint, bytes.Fingerprint);
            Assert.Equal(set, Enumerable.Range(0, bytes.Count).Select(i => bytes[i]));
            Assert.True(new LabelSetComparer().Equals(bytes, set));
            Assert.Equal(set, bytes.ToLabels(new LabelPool()));
            Assert.True(AnnotationSet.Create(bytes, new LabelPool()).Is(bytes));
        },
        500);

    [Theory]
    [InlineData(1)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(5000)]
    public void ToLabels_ValueOfAnyLength_IsSharedByThePool(int length)
    {
        var (pool, value) = (new LabelPool(), new string('ä', length));
        var bytes = new Utf8Pairs(8);
        bytes.Add("zone"u8, Encoding.UTF8.GetBytes(value));
        bytes.FinishLabels();

        Assert.Equal(value, bytes.ToLabels(pool)["zone"]);
        Assert.Same(bytes.ToLabels(pool)["zone"], pool.Share(value));
    }

    [Fact]
    public void Equals_OneByteDiffers_IsAnother()
    {
        var bytes = new Utf8Pairs(8);
        bytes.Add("zone"u8, "ä"u8);
        bytes.FinishLabels();

        Assert.False(new LabelSetComparer().Equals(bytes, LabelSet.Create([new("zone", "ö")])));
        Assert.False(new LabelSetComparer().Equals(bytes, LabelSet.Create([new("zone", "ä"), new("rack", "1")])));
    }

    [Fact]
    public void Add_MoreThanMayBe_IsOverfull()
    {
        var bytes = new Utf8Pairs(2);
        for (var i = 0; i < 3; i++)
        {
            bytes.Add(Encoding.UTF8.GetBytes($"l{i}"), "x"u8);
        }

        Assert.True(bytes.IsOverfull);
        bytes.Clear();
        Assert.False(bytes.IsOverfull);
        Assert.Equal(0, bytes.Count);
    }
}
