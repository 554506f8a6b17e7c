using System.Collections;
using System.Globalization;
using System.Reflection;
using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Policies;
using Capacity.Core.Units;
using Capacity.Server.Api;

namespace Capacity.Server.Configuration;

/// <summary>Reads an alert policy: the names of <see cref="AlertPolicy"/> with a small letter first.</summary>
public static class AlertPolicyReader
{
    private static readonly Dictionary<string, PropertyInfo> Fields = typeof(AlertPolicy).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.SetMethod is not null).ToDictionary(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]);

    private static readonly Dictionary<string, AlertKind> KindNames = Enum.GetValues<AlertKind>().ToDictionary(Words.Of);
    private static readonly string[] LabelNames = ["host", "app", "address", "domain"];

    /// <summary>Reads what a YAML file has for it.</summary>
    /// <param name="values">The names and values; what is left out is as usual.</param>
    /// <returns>The policy, and all that is wrong with it, without a point at the end.</returns>
    public static (AlertPolicy Policy, IReadOnlyList<string> Faults) Read(IEnumerable<KeyValuePair<string, object?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var policy = AlertPolicy.Default with { };
        List<string> faults = [];
        foreach (var (name, value) in values)
        {
            if (!Fields.TryGetValue(name, out var field))
            {
                faults.Add($"'{name}' is not known; known are {string.Join(", ", Fields.Keys.Order())}");
            }
            else if (field.Name == nameof(AlertPolicy.Kinds))
            {
                field.SetValue(policy, Kinds(value, faults));
            }
            else if (Convert(value, field.PropertyType) is { } converted)
            {
                field.SetValue(policy, converted);
            }
            else
            {
                faults.Add($"'{name}' takes {Expected(field.PropertyType)}");
            }
        }

        return (policy, faults);
    }

    private static object? Convert(object? value, Type type)
    {
        var text = value as string ?? "";
        return type == typeof(TimeSpan) ? DurationText.TryParse(text)
            : type == typeof(int) ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole > 0 ? whole : null
            : type == typeof(double) ? double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var ratio) && ratio is >= 0 and <= 1 ? ratio : null
            : type == typeof(string) ? (text.Length > 0 ? text : null)
            : Texts(value);
    }

    private static string Expected(Type type) =>
        type == typeof(TimeSpan) ? $"a length of time: {DurationText.Expected}"
        : type == typeof(int) ? "a whole number from 1"
        : type == typeof(double) ? "a number from 0 to 1"
        : type == typeof(string) ? "a word"
        : "a list of words";

    private static List<string>? Texts(object? value) => value is IEnumerable list and not string ? list.Cast<object?>().Select(v => v as string ?? "").ToList() : null;

    /// <summary>Somebody's own kinds go before the usual ones.</summary>
    private static List<KindRule> Kinds(object? value, List<string> faults)
    {
        List<KindRule> rules = [];
        foreach (var entry in value is IEnumerable list and not string and not IDictionary ? list.Cast<object?>() : [value])
        {
            if (Kind(entry as IDictionary) is { } rule)
            {
                rules.Add(rule);
            }
            else
            {
                faults.Add(
                    $"'kinds' takes a list, each with 'kind' ({string.Join(", ", KindNames.Keys)}), 'name' (a regular expression that is found in the alert's name) and, if you like, 'with' and 'without' ({string.Join(", ", LabelNames)})");
            }
        }

        return [.. rules, .. AlertPolicy.Default.Kinds];
    }

    private static KindRule? Kind(IDictionary? entry)
    {
        if (entry is null || !entry.Keys.Cast<object>().All(k => k is "kind" or "name" or "with" or "without")
            || entry["kind"] is not string kind || !KindNames.TryGetValue(kind, out var known) || entry["name"] is not string pattern
            || Labels(entry["with"]) is not { } with || Labels(entry["without"]) is not { } without)
        {
            return null;
        }

        try
        {
            return new(known, pattern, with, without);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static List<string>? Labels(object? value) => value is null ? [] : Texts(value) is { } words && words.TrueForAll(LabelNames.Contains) ? words : null;
}
