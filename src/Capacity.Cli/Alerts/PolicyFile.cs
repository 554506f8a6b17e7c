using System.Collections;
using System.Globalization;
using System.Reflection;
using Capacity.Core.Alerting.Policies;
using Capacity.Core.Units;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Capacity.Cli.Alerts;

/// <summary>Reads an alert policy: the names of <see cref="AlertPolicy"/> with a small letter first. All faults are reported together.</summary>
internal static class PolicyFile
{
    /// <exception cref="UserErrorException">It cannot be read, or says what a policy cannot.</exception>
    public static AlertPolicy Read(string path)
    {
        Dictionary<string, object?> values;
        try
        {
            values = new DeserializerBuilder().WithNamingConvention(NullNamingConvention.Instance).Build().Deserialize<Dictionary<string, object?>>(File.ReadAllText(path)) ?? [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"--policy: '{path}' cannot be read: {e.Message}");
        }
        catch (YamlException e)
        {
            throw new UserErrorException($"--policy: '{path}' is no YAML, line {e.Start.Line}: {e.Message.Split('\n')[0]}");
        }

        var policy = AlertPolicy.Default with { };
        var faults = new List<string>();
        var fields = typeof(AlertPolicy).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod is not null && p.Name != nameof(AlertPolicy.Kinds)).ToDictionary(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]);
        foreach (var (name, value) in values)
        {
            if (!fields.TryGetValue(name, out var field))
            {
                faults.Add($"'{name}' is not known; known are {string.Join(", ", fields.Keys.Order())}");
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

        return faults.Count == 0 ? policy : throw new UserErrorException(string.Join('\n', faults.Select(f => $"--policy: {path}: {f}.")));
    }

    private static object? Convert(object? value, Type type)
    {
        var text = value as string ?? "";
        return type == typeof(TimeSpan) ? DurationText.TryParse(text)
            : type == typeof(int) ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole > 0 ? whole : null
            : type == typeof(double) ? double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var ratio) && ratio is >= 0 and <= 1 ? ratio : null
            : type == typeof(string) ? (text.Length > 0 ? text : null)
            : value is IEnumerable list and not string ? list.Cast<object?>().Select(v => v as string ?? "").ToList()
            : null;
    }

    private static string Expected(Type type) =>
        type == typeof(TimeSpan) ? DurationText.Expected
        : type == typeof(int) ? "a whole number from 1"
        : type == typeof(double) ? "a number from 0 to 1"
        : type == typeof(string) ? "a word"
        : "a list of words";
}
