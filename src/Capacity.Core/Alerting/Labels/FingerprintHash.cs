using System.Text;

namespace Capacity.Core.Alerting.Labels;

/// <summary>Adds up a <see cref="AlertFingerprint"/>: 64-bit FNV-1a over UTF-8.</summary>
internal struct FingerprintHash()
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private const byte Separator = 0xFF;

    private ulong value = Offset;

    public readonly AlertFingerprint Fingerprint => new(value);

    public static AlertFingerprint Of(ReadOnlySpan<string> texts)
    {
        var hash = new FingerprintHash();
        foreach (var text in texts)
        {
            hash.Add(text);
        }

        return hash.Fingerprint;
    }

    public void Add(string text)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                Add((byte)rune.Value);
                continue;
            }

            foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
            {
                Add(b);
            }
        }

        Add(Separator);
    }

    private void Add(byte b) => value = unchecked((value ^ b) * Prime);
}
