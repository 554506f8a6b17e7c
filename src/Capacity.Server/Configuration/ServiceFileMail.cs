namespace Capacity.Server.Configuration;

/// <content>The server that mail is sent through.</content>
public sealed partial class ServiceFile
{
    /// <summary>Gets or sets the server that mail is sent through.</summary>
    public MailSection? Mail { get; set; }

    /// <summary>The server that mail is sent through.</summary>
    public sealed class MailSection
    {
        /// <summary>Gets or sets its name or address.</summary>
        public string? Host { get; set; }

        /// <summary>Gets or sets its port.</summary>
        public int? Port { get; set; }

        /// <summary>Gets or sets how the connection is kept from others.</summary>
        public string? Tls { get; set; }

        /// <summary>Gets or sets the address that mail comes from.</summary>
        public string? From { get; set; }

        /// <summary>Gets or sets the file with user and password.</summary>
        public string? AuthFile { get; set; }

        /// <summary>Gets or sets the certificates to trust.</summary>
        public string? CaFile { get; set; }

        /// <summary>Gets or sets the longest that sending one mail may take.</summary>
        public string? Timeout { get; set; }
    }
}
