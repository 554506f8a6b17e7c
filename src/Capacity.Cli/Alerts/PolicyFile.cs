using Capacity.Core.Alerting.Policies;
using Capacity.Server.Configuration;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Capacity.Cli.Alerts;

/// <summary>Reads an alert policy from a file of its own. All faults are reported together.</summary>
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
            throw new UserErrorException($"--policy: '{path}' cannot be read: {FileFaults.Why(path, e)}.");
        }
        catch (YamlException e)
        {
            throw new UserErrorException($"--policy: '{path}' is no YAML, line {e.Start.Line}: {e.Message.Split('\n')[0]}");
        }

        var (policy, faults) = AlertPolicyReader.Read(values);
        return faults.Count == 0 ? policy : throw new UserErrorException(string.Join('\n', faults.Select(f => $"--policy: {path}: {f}.")));
    }
}
