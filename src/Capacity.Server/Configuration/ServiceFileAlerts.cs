namespace Capacity.Server.Configuration;

/// <content>How alerts are taken.</content>
public sealed partial class ServiceFile
{
    /// <summary>Gets or sets how alerts are taken.</summary>
    public AlertsSection? Alerts { get; set; }

    /// <summary>How alerts are taken.</summary>
    public sealed class AlertsSection
    {
        /// <summary>Gets or sets the path under which the Alertmanager API is served too.</summary>
        public string? PathPrefix { get; set; }

        /// <summary>Gets or sets the name of the receiver.</summary>
        public string? Receiver { get; set; }

        /// <summary>Gets or sets the labels by which alerts are grouped.</summary>
        public List<string>? GroupBy { get; set; }

        /// <summary>Gets or sets after what time an alert ends that is not sent again.</summary>
        public string? ResolveTimeout { get; set; }

        /// <summary>Gets or sets how long ended alerts are remembered.</summary>
        public string? KeepResolved { get; set; }

        /// <summary>Gets or sets how long ended silences are remembered.</summary>
        public string? KeepSilences { get; set; }

        /// <summary>Gets or sets the most alerts.</summary>
        public int? MaxAlerts { get; set; }

        /// <summary>Gets or sets the most alerts of one sender.</summary>
        public int? MaxAlertsPerSender { get; set; }

        /// <summary>Gets or sets the most silences.</summary>
        public int? MaxSilences { get; set; }

        /// <summary>Gets or sets how long incidents are remembered that are over.</summary>
        public string? KeepIncidents { get; set; }

        /// <summary>Gets or sets how alerts become incidents: the names of a policy, and their values.</summary>
        public Dictionary<string, object?>? Policy { get; set; }

        /// <summary>Gets or sets where received alerts are written down.</summary>
        public ReceivedLogSection? ReceivedLog { get; set; }

        /// <summary>Gets or sets the largest body of a request.</summary>
        public string? MaxRequest { get; set; }

        /// <summary>Gets or sets the most labels, and the most annotations, of an alert.</summary>
        public int? MaxLabels { get; set; }

        /// <summary>Gets or sets the longest name of a label.</summary>
        public string? MaxName { get; set; }

        /// <summary>Gets or sets the longest value of a label.</summary>
        public string? MaxValue { get; set; }
    }

    /// <summary>Where received alerts are written down.</summary>
    public sealed class ReceivedLogSection
    {
        /// <summary>Gets or sets the folder.</summary>
        public string? Folder { get; set; }

        /// <summary>Gets or sets how large one file may become.</summary>
        public string? MaxSize { get; set; }

        /// <summary>Gets or sets how many full files are kept.</summary>
        public int? Keep { get; set; }
    }
}
