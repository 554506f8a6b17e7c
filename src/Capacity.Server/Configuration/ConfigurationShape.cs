using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Capacity.Server.Configuration;

/// <summary>Finds what in a file is no option or no value of its kind, and takes it out, so that the rest can be read and checked as well.</summary>
internal sealed class ConfigurationShape
{
    private static readonly IDeserializer Plain = new DeserializerBuilder().Build();
    private readonly List<string> faults = [];

    /// <summary>Gets what was taken out and why, one line each.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>Takes what does not fit out of a section.</summary>
    /// <param name="node">The section as it stands in the file.</param>
    /// <param name="section">The type it is read into.</param>
    /// <param name="path">The section's name with a point behind it; empty for the whole file.</param>
    public void Prune(YamlMappingNode node, Type section, string path)
    {
        var options = section.GetProperties().ToDictionary(p => CamelCaseNamingConvention.Instance.Apply(p.Name), p => p.PropertyType);
        foreach (var (key, value) in node.Children.ToList())
        {
            var name = $"{path}{key}";
            if (!(options.TryGetValue(key.ToString(), out var type) ? Fits(value, type, name) : Refuse(key, $"there is no option {name}.")))
            {
                node.Children.Remove(key);
            }
        }
    }

    private static bool IsNothing(YamlNode node) => node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" };

    private bool Fits(YamlNode node, Type type, string name) =>
        IsNothing(node) || type == typeof(object) || (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var t when t == typeof(string) => node is YamlScalarNode || Refuse(node, $"{name} takes one value."),
            var t when t == typeof(bool) => IsOne(node, t) || Refuse(node, $"{name}: '{node}' is neither true nor false."),
            var t when t == typeof(int) => IsOne(node, t) || Refuse(node, $"{name}: '{node}' is no whole number."),
            var t when t == typeof(double) => IsOne(node, t) || Refuse(node, $"{name}: '{node}' is no number."),
            { IsGenericType: true } t when t.GetGenericTypeDefinition() == typeof(List<>) => FitsList(node, t.GetGenericArguments()[0], name),
            { IsGenericType: true } t => FitsNames(node, t.GetGenericArguments()[1], name),
            var t => FitsSection(node, t, name),
        };

    private bool FitsList(YamlNode node, Type type, string name)
    {
        if (node is not YamlSequenceNode list)
        {
            return Refuse(node, $"{name} takes a list, such as [a, b].");
        }

        var fit = list.Children.Where((c, i) => IsNothing(c) ? Refuse(c, $"{name}[{i}] is empty.") : Fits(c, type, $"{name}[{i}]")).ToList();
        list.Children.Clear();
        fit.ForEach(list.Add);
        return true;
    }

    private bool FitsNames(YamlNode node, Type type, string name)
    {
        if (node is not YamlMappingNode names)
        {
            return Refuse(node, $"{name} takes names with a value each.");
        }

        foreach (var (key, value) in names.Children.ToList())
        {
            if (!Fits(value, type, $"{name}.{key}"))
            {
                names.Children.Remove(key);
            }
        }

        return true;
    }

    private bool FitsSection(YamlNode node, Type section, string name)
    {
        if (node is not YamlMappingNode options)
        {
            return Refuse(node, $"{name} takes options, and is a value or a list.");
        }

        Prune(options, section, $"{name}.");
        return true;
    }

    private static bool IsOne(YamlNode node, Type type)
    {
        try
        {
            return node is YamlScalarNode { Value: { } text } && Plain.Deserialize(text, type) is not null;
        }
        catch (YamlException)
        {
            return false;
        }
    }

    private bool Refuse(YamlNode node, string fault)
    {
        faults.Add($"line {node.Start.Line}: {fault}");
        return false;
    }
}
