using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Tests.Alerting.Storms;

/// <summary>Judges pages by the truth: a page is the first call of a key that is not open.</summary>
internal sealed class StormScore(IReadOnlyList<Expectation> expectations, IReadOnlyDictionary<LabelSet, string> truth, DateTimeOffset start)
{
    private readonly List<(string Key, double At, string Why, HashSet<string> First, HashSet<string> All)> pages = [];
    private readonly HashSet<string> open = [];

    public int Pages => pages.Count;

    public int Warranted => expectations.Count(e => e.PageAfter is not null);

    public void Take(IEnumerable<Decision> decisions)
    {
        foreach (var decision in decisions.Where(d => d.Incident?.PagedAt is not null))
        {
            var key = decision.Incident!.Id;
            var about = decision.Alerts.Select(a => truth[a]).ToHashSet();
            if (decision.Kind == DecisionKind.Resolve)
            {
                open.Remove(key);
            }
            else if (decision.Kind is DecisionKind.Page or DecisionKind.Update)
            {
                if (open.Add(key))
                {
                    pages.Add((key, (decision.At - start).TotalSeconds, $"{decision.Incident.Cause}: {decision.Reason}", about, [.. about]));
                }
                else
                {
                    pages.Last(p => p.Key == key).All.UnionWith(about);
                }
            }
        }
    }

    /// <summary>Says all that is wrong: pages that are missed, early, late, or about things that must stay apart.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var wanted in expectations.Where(e => e.PageAfter is not null))
        {
            var page = pages.Find(p => p.First.Contains(wanted.Id) && p.At >= wanted.NotBefore - 5);
            if (page.Key is null)
            {
                yield return $"{wanted.Id}: no page from {wanted.NotBefore} on; {this}";
            }
            else if (page.At - wanted.PageAfter > wanted.MaxDelay)
            {
                yield return $"{wanted.Id}: paged at {page.At:0}, warranted at {wanted.PageAfter}, {wanted.MaxDelay} s allowed; {this}";
            }
        }

        foreach (var page in pages)
        {
            foreach (var (one, other) in page.All.SelectMany(a => page.All.Select(b => (a, b))).Where(p => string.CompareOrdinal(p.a, p.b) < 0))
            {
                if (!expectations.Single(e => e.Id == one).MayMergeWith.Contains(other) && !expectations.Single(e => e.Id == other).MayMergeWith.Contains(one))
                {
                    yield return $"one page for {one} and {other}; {this}";
                }
            }
        }
    }

    public override string ToString() => string.Join(" | ", pages.Select(p => $"{p.At:0} s [{string.Join(',', p.All)}] {p.Why}"));
}
