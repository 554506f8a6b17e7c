using Capacity.Core.Units;

namespace Capacity.Server.Configuration;

/// <summary>Checks options and remembers all that is wrong with them.</summary>
internal sealed class ConfigurationRules
{
    private readonly List<string> faults = [];

    public IReadOnlyList<string> Faults => faults;

    public void Expect(bool holds, string fault)
    {
        if (!holds)
        {
            faults.Add(fault);
        }
    }

    public string Named(string name, string text)
    {
        Expect(!string.IsNullOrWhiteSpace(text), $"{name} is empty.");
        return text;
    }

    public TimeSpan Duration(string name, string? text, TimeSpan standard, TimeSpan shortest)
    {
        var duration = text is null ? standard : DurationText.TryParse(text);
        Expect(duration is not null, $"{name}: {DurationText.Fault(text)}.");
        Expect(text is null || duration is null || duration >= shortest, $"{name}: {text} is too short; at least {shortest.TotalSeconds:0.###} s.");
        return duration ?? standard;
    }

    public long Size(string name, string? text, long standard)
    {
        var size = text is null ? MemorySize.FromBytes(standard) : SizeText.TryParse(text);
        Expect(size is not null, $"{name}: '{text}' is no amount of bytes: {SizeText.Expected}.");
        return size?.Bytes ?? standard;
    }

    public int Between(string name, int value, int min, int max)
    {
        Expect(value >= min && value <= max, $"{name}: {value} is out of range; from {min} to {max}.");
        return value;
    }

    /// <summary>Until the service knows who asks, it answers this machine alone.</summary>
    public Uri Loopback(string name, string text)
    {
        var uri = Uri.TryCreate(text, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" ? parsed : null;
        Expect(uri is not null, $"{name}: '{text}' is no address: write http://127.0.0.1:8050.");
        Expect(uri is null || uri.IsLoopback, $"{name}: {text} is open to others, and nobody has to say who he is yet: listen on 127.0.0.1, behind a proxy that asks (docs/operating.md).");
        return uri ?? new("http://127.0.0.1:8050");
    }

    /// <summary>A web site as a whole: pages link to each other from its root.</summary>
    public Uri? Site(string name, string? text)
    {
        var uri = HttpAddress(name, text);
        Expect(uri is null || uri.PathAndQuery == "/", $"{name}: '{text}' has a path, and pages need a host name of their own: write https://capacity.example.org.");
        return uri;
    }

    /// <summary>An address that is called or linked to.</summary>
    public Uri? HttpAddress(string name, string? text)
    {
        if (text is null)
        {
            return null;
        }

        var good = Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        Expect(good, $"{name}: '{text}' is no address: write https://example.org/path.");
        Expect(!good || uri!.UserInfo.Length == 0, $"{name}: an address must not hold a password: give it as secretFile.");
        return good ? uri : null;
    }
}
