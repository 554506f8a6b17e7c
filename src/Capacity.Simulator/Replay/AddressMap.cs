using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Capacity.Core.Cluster;
using Capacity.Core.Recordings;

namespace Capacity.Simulator.Replay;

/// <summary>Replaces the addresses of recorded hosts with those of the listeners that stand for them.</summary>
internal sealed class AddressMap(IReadOnlyDictionary<HostPort, HostPort> listeners)
{
    private static readonly SearchValues<byte> HostBytes =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_"u8);

    private readonly Dictionary<string, HostPort> byAuthority = listeners.ToDictionary(l => l.Key.ToString(), l => l.Value, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<int> ports = [.. listeners.Keys.Select(h => h.Port)];

    /// <summary>Finds the listener of a recorded host.</summary>
    public HostPort? Find(string host, int port) => Find($"{host}:{port}");

    /// <summary>Finds the listener of a recorded authority (<c>host:port</c>, an IPv6 host in brackets).</summary>
    public HostPort? Find(string authority) => byAuthority.TryGetValue(authority, out var listener) ? listener : null;

    /// <summary>Replaces whole authorities in a header.</summary>
    public string Rewrite(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var splices = new ByteSplices();
        AddTo(splices, bytes);
        return Encoding.UTF8.GetString(splices.Apply(bytes).Span);
    }

    /// <summary>Adds a replacement for every whole authority in the text.</summary>
    public void AddTo(ByteSplices splices, ReadOnlySpan<byte> text)
    {
        var at = 0;
        for (var step = text.IndexOf((byte)':'); step >= 0; step = text[at..].IndexOf((byte)':'))
        {
            var colon = at + step;
            at = colon + 1;
            if (!Utf8Parser.TryParse(text[at..Math.Min(text.Length, at + 6)], out ushort port, out var digits) || text[at] == (byte)'+' || !ports.Contains(port))
            {
                continue;
            }

            at += digits;
            var start = StartOfHost(text, colon);
            if (start == colon || (at < text.Length && char.IsAsciiLetterOrDigit((char)text[at])) || Find(Encoding.ASCII.GetString(text[start..at])) is not { } listener)
            {
                continue;
            }

            // The listeners speak no TLS.
            var isTls = text[..start].EndsWith("https://"u8);
            splices.Add(isTls ? start - "https://".Length : start, at, Encoding.ASCII.GetBytes(isTls ? $"http://{listener}" : listener.ToString()));
        }
    }

    private static int StartOfHost(ReadOnlySpan<byte> text, int colon)
    {
        if (colon > 0 && text[colon - 1] == (byte)']')
        {
            var bracket = text[..colon].LastIndexOf((byte)'[');
            return bracket < 0 || colon - bracket > 48 ? colon : bracket;
        }

        return text[..colon].LastIndexOfAnyExcept(HostBytes) + 1;
    }
}
