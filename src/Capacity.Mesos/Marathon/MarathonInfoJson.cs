using System.Text.Json.Serialization;

namespace Capacity.Mesos.Marathon;

/// <summary>The answer to <c>/v2/info</c>, as far as it is used. It may hold ZooKeeper's password, which is not read.</summary>
internal sealed class MarathonInfoJson
{
    [JsonPropertyName("marathon_config")]
    public ConfigJson? MarathonConfig { get; set; }

    public string? FrameworkId { get; set; }

    internal sealed class ConfigJson
    {
        /// <summary>Gets or sets the name that it registers with; the name beside it is that of the program.</summary>
        [JsonPropertyName("framework_name")]
        public string? FrameworkName { get; set; }
    }
}
