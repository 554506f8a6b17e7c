namespace Capacity.Server.Configuration;

/// <summary>One receiver.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it speaks.</param>
public sealed record ReceiverSettings(string Name, ReceiverType Type)
{
    /// <summary>Gets its address; <see langword="null"/> for mail, and where the secret is the address.</summary>
    public Uri? Address { get; init; }

    /// <summary>Gets its key, token, password or secret address; <see langword="null"/> where it needs none.</summary>
    public SecretText? Secret { get; init; }

    /// <summary>Gets the addresses of mail.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Gets the channel of a Slack bot; <see langword="null"/> for an incoming webhook.</summary>
    public string? Channel { get; init; }

    /// <summary>Gets the file with the certificates to trust, in PEM; <see langword="null"/> for the system's store.</summary>
    public string? CertificateAuthorityFile { get; init; }

    /// <summary>Gets the longest that one attempt may take. The default is 10 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets how often an Alertmanager is told again what is open. The default is a minute.</summary>
    public TimeSpan ResendInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets whether an Alertmanager is sent an alert that always fires.</summary>
    public bool Watchdog { get; init; }
}
