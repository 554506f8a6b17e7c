using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Capacity.Server.Configuration;

/// <summary>Reads the text of a configuration file into its sections.</summary>
internal static class ServiceFileParser
{
    private static readonly IDeserializer Sections = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    /// <summary>Reads the text.</summary>
    /// <returns>The file without what does not fit, and one line on each of that; no file where the text is no YAML.</returns>
    public static (ServiceFile? File, IReadOnlyList<string> Faults) Parse(string yaml)
    {
        var shape = new ConfigurationShape();
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is not [var document, ..])
            {
                return (new(), []);
            }

            if (document.RootNode is not YamlMappingNode root)
            {
                return (null, ["line 1: this is no configuration: it begins with cluster:"]);
            }

            shape.Prune(root, typeof(ServiceFile), "");
            using var rest = new StringWriter();
            stream.Save(rest, assignAnchors: false);
            return (Sections.Deserialize<ServiceFile>(shape.Faults.Count == 0 ? yaml : rest.ToString()) ?? new(), shape.Faults);
        }
        catch (Exception e) when (e is SyntaxErrorException or SemanticErrorException)
        {
            return (null, [.. shape.Faults, $"line {((YamlException)e).Start.Line}: this is no YAML: {e.Message}"]);
        }
        catch (YamlException e)
        {
            return (null, [.. shape.Faults, $"line {e.Start.Line}: {(e.InnerException ?? e).Message}"]);
        }
    }
}
