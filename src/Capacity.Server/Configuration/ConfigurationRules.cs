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
        Expect(text is null || duration is null || duration >= shortest, $"{name}: {text} is too short; at least {DurationText.Write(shortest)}.");
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
        Expect(uri is null || uri.IsLoopback, $"{name}: {text} is open to others, and there is no authentication yet: listen on 127.0.0.1.");
        return uri ?? new("http://127.0.0.1:8050");
    }
}
