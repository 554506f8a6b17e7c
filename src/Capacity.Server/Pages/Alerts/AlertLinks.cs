using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Matchers;
using Capacity.Server.Pages.Parts;

namespace Capacity.Server.Pages.Alerts;

/// <summary>The addresses of pages about alerts. Matchers stand in them as people write them.</summary>
internal static class AlertLinks
{
    /// <summary>The alerts that meet conditions.</summary>
    /// <param name="matchers">The conditions.</param>
    /// <param name="state"><c>active</c>, <c>silenced</c>, or <see langword="null"/> for both.</param>
    public static string Alerts(IReadOnlyCollection<Matcher> matchers, string? state = null) =>
        $"/alerts?filter={Links.Text(Text(matchers))}{(state is null ? "" : $"&state={state}")}";

    /// <summary>The form that silences what meets conditions.</summary>
    public static string NewSilence(IReadOnlyCollection<Matcher> matchers, string? comment = null) =>
        $"/silences/new?matchers={Links.Text(Text(matchers))}{(comment is null ? "" : $"&comment={Links.Text(comment)}")}";

    public static string Text(IReadOnlyCollection<Matcher> matchers) => string.Join(", ", matchers);

    /// <summary>The conditions that only alerts with these labels meet.</summary>
    public static IReadOnlyList<Matcher> Of(IEnumerable<KeyValuePair<string, string>> labels) => [.. labels.Select(l => Matcher.Create(l.Key, MatchOperator.Equal, l.Value))];
}
