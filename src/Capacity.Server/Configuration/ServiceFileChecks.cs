namespace Capacity.Server.Configuration;

/// <content>What is checked.</content>
public sealed partial class ServiceFile
{
    /// <summary>Gets or sets what is checked.</summary>
    public ChecksSection? Checks { get; set; }

    /// <summary>What is checked.</summary>
    public sealed class ChecksSection
    {
        /// <summary>Gets or sets how long after the start nothing begins to fire.</summary>
        public string? WarmUp { get; set; }

        /// <summary>Gets or sets the page with the runbooks.</summary>
        public string? Runbooks { get; set; }

        /// <summary>Gets or sets what differs from the standard, by the name of the check.</summary>
        public Dictionary<string, CheckSection?>? Rules { get; set; }
    }

    /// <summary>How one check decides.</summary>
    public sealed class CheckSection
    {
        /// <summary>Gets or sets a value indicating whether it is done.</summary>
        public bool? Enabled { get; set; }

        /// <summary>Gets or sets the value beyond which something is wrong.</summary>
        public double? Threshold { get; set; }

        /// <summary>Gets or sets the value at which all is well again.</summary>
        public double? Clear { get; set; }

        /// <summary>Gets or sets how long something has to be wrong.</summary>
        public string? For { get; set; }

        /// <summary>Gets or sets how long all has to be well.</summary>
        public string? KeepFiring { get; set; }

        /// <summary>Gets or sets the severity.</summary>
        public string? Severity { get; set; }

        /// <summary>Gets or sets the address of the runbook.</summary>
        public string? Runbook { get; set; }
    }
}
