namespace Capacity.Server.Configuration;

/// <summary>The configuration as it stands in the file: text, and nothing checked yet. Names are written in camel case there.</summary>
public sealed partial class ServiceFile
{
    /// <summary>Gets or sets which cluster to watch.</summary>
    public ClusterSection? Cluster { get; set; }

    /// <summary>Gets or sets how often and how gently it is read.</summary>
    public CollectionSection? Collection { get; set; }

    /// <summary>Gets or sets where the service answers.</summary>
    public WebSection? Web { get; set; }

    /// <summary>Gets or sets where samples are kept.</summary>
    public StorageSection? Storage { get; set; }

    /// <summary>Which cluster to watch.</summary>
    public sealed class ClusterSection
    {
        /// <summary>Gets or sets the name that metrics and pages call it by.</summary>
        public string? Name { get; set; }

        /// <summary>Gets or sets the masters' addresses, or one <c>zk://</c> address.</summary>
        public List<string>? Masters { get; set; }

        /// <summary>Gets or sets the Marathons' addresses.</summary>
        public List<string>? Marathons { get; set; }

        /// <summary>Gets or sets the ZooKeeper servers.</summary>
        public List<string>? ZooKeepers { get; set; }

        /// <summary>Gets or sets the attribute that holds the zone.</summary>
        public string? ZoneAttribute { get; set; }

        /// <summary>Gets or sets the attribute that holds the rack.</summary>
        public string? RackAttribute { get; set; }

        /// <summary>Gets or sets the file with the credentials for masters and agents.</summary>
        public string? AuthFile { get; set; }

        /// <summary>Gets or sets the file with the credentials for operator calls.</summary>
        public string? OperatorAuthFile { get; set; }

        /// <summary>Gets or sets the file with the credentials for Marathon.</summary>
        public string? MarathonAuthFile { get; set; }

        /// <summary>Gets or sets the certificates to trust.</summary>
        public string? CaFile { get; set; }

        /// <summary>Gets or sets a value indicating whether the ciphers of Mesos's default list are offered.</summary>
        public bool OldCiphers { get; set; }
    }

    /// <summary>How often and how gently the cluster is read.</summary>
    public sealed class CollectionSection
    {
        /// <summary>Gets or sets the time between two collections of everything.</summary>
        public string? Interval { get; set; }

        /// <summary>Gets or sets the time between two looks at the masters alone.</summary>
        public string? MastersInterval { get; set; }

        public string? ZooKeeperInterval { get; set; }

        /// <summary>Gets or sets the longest that one request may take.</summary>
        public string? Timeout { get; set; }

        /// <summary>Gets or sets the largest answer that is read.</summary>
        public string? MaxBody { get; set; }

        /// <summary>Gets or sets how many agents are asked at the same time.</summary>
        public int? Concurrency { get; set; }
    }

    /// <summary>Where the service answers.</summary>
    public sealed class WebSection
    {
        /// <summary>Gets or sets the address to listen on.</summary>
        public string? Listen { get; set; }

        /// <summary>Gets or sets where people reach the service.</summary>
        public string? Address { get; set; }
    }

    /// <summary>Where samples are kept.</summary>
    public sealed class StorageSection
    {
        /// <summary>Gets or sets the folder.</summary>
        public string? Folder { get; set; }

        /// <summary>Gets or sets how long samples are kept as they came.</summary>
        public string? KeepRaw { get; set; }

        /// <summary>Gets or sets how long their five-minute summaries are kept.</summary>
        public string? KeepSummaries { get; set; }
    }
}
