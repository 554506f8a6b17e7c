using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Matchers;
using Microsoft.AspNetCore.Http;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>Which alerts a client asks for.</summary>
/// <param name="Matchers">The conditions, all of which have to hold.</param>
/// <param name="Active">Whether those that nothing keeps quiet are wanted.</param>
/// <param name="Silenced">Whether silenced ones are wanted.</param>
/// <param name="Muted">Whether groups are wanted in which every alert is silenced.</param>
/// <param name="OfReceiver">Whether those of this service's receiver are wanted; there is no other.</param>
internal sealed record AlertFilter(IReadOnlyList<Matcher> Matchers, bool Active, bool Silenced, bool Muted, bool OfReceiver)
{
    private static readonly string[] Truths = ["true", "1", "yes", "ok", "y", "on", "selected", "checked", "t", "enabled"];

    /// <summary>Reads the query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="receiver">The name of the receiver.</param>
    /// <returns>The filter, or what is wrong.</returns>
    public static (AlertFilter? Filter, string? Error) Read(IQueryCollection query, string receiver)
    {
        if (!TryReadMatchers(query, "filter", out var matchers, out var error) || !TryReadMatchers(query, "receiver_matchers", out var ofReceivers, out error))
        {
            return (null, error);
        }

        var isWanted = ofReceivers.All(m => m.MatchesValue(""));
        if (query["receiver"] is [{ } pattern, ..])
        {
            if (!Matcher.TryCreate("receiver", MatchOperator.Matches, pattern, out var named, out _))
            {
                return (null, $"failed to parse receiver param: {RegexpFault.Describe($"^(?:{pattern})$")}");
            }

            isWanted &= named.MatchesValue(receiver);
        }

        return (new(matchers, IsTrue(query, "active"), IsTrue(query, "silenced"), IsTrue(query, "muted"), isWanted), null);
    }

    /// <summary>Reads matchers from every parameter of a name.</summary>
    public static bool TryReadMatchers(IQueryCollection query, string name, out IReadOnlyList<Matcher> matchers, out string? error)
    {
        List<Matcher> read = [];
        (matchers, error) = (read, null);
        foreach (var text in query[name])
        {
            if (!MatcherText.TryParse(text ?? "", out var matcher, out error))
            {
                return false;
            }

            read.Add(matcher);
        }

        return true;
    }

    /// <summary>Whether a parameter is true, as it is where it is missing. What is not known to be true is false.</summary>
    public static bool IsTrue(IQueryCollection query, string name) =>
        query[name] is not [.., { } last] || Truths.Contains(last, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an alert is asked for. Nothing is inhibited here, and nothing is unprocessed.</summary>
    public bool Wants(Alert alert)
    {
        if (!OfReceiver || !(alert.SilencedBy.Count > 0 ? Silenced : Active))
        {
            return false;
        }

        foreach (var matcher in Matchers)
        {
            if (!matcher.Matches(alert.Labels))
            {
                return false;
            }
        }

        return true;
    }
}
