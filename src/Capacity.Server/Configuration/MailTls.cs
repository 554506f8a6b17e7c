namespace Capacity.Server.Configuration;

/// <summary>How a connection to a mail server is kept from others.</summary>
public enum MailTls
{
    /// <summary>Not at all: for a server on this machine only.</summary>
    None,

    /// <summary>It begins in the clear and goes on with TLS, or not at all.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,
}
