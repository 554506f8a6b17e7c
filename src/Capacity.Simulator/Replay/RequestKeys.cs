using System.Text;
using Capacity.Core.Recordings;

namespace Capacity.Simulator.Replay;

/// <summary>Makes the keys by which a request is compared with recorded ones, from exact to rough.</summary>
internal static class RequestKeys
{
    /// <summary>Gives the keys, the most exact first; the same for the recorded and for the new request.</summary>
    public static IEnumerable<string> Of(string method, string target, string? body)
    {
        var path = target.Split('?', 2)[0];
        var exactBody = Compact(body);
        foreach (var (level, what) in new[] { ("exact", exactBody), ("type", TypeOf(body) ?? exactBody) })
        {
            yield return $"{level} {method} {target}\n{what}";
            yield return $"{level} timeless {method} {WithoutTimeout(target)}\n{what}";
            yield return $"{level} path {method} {path}\n{what}";
        }
    }

    private static string WithoutTimeout(string target)
    {
        var parts = target.Split('?', 2);
        return parts.Length == 1
            ? target
            : $"{parts[0]}?{string.Join('&', parts[1].Split('&').Where(p => !p.StartsWith("timeout=", StringComparison.Ordinal)))}".TrimEnd('?');
    }

    private static string Compact(string? body)
    {
        var bytes = Encoding.UTF8.GetBytes(body ?? "");
        var scanner = new JsonScanner(bytes);
        var result = new StringBuilder();
        while (scanner.Read())
        {
            result.Append(Encoding.UTF8.GetString(bytes.AsSpan(scanner.Start..scanner.End))).Append(' ');
        }

        return scanner.IsBroken ? body ?? "" : result.ToString();
    }

    private static string? TypeOf(string? body)
    {
        var bytes = Encoding.UTF8.GetBytes(body ?? "");
        var scanner = new JsonScanner(bytes);
        while (scanner.Read())
        {
            if (scanner is { Piece: JsonPiece.PropertyName, Depth: 1 } && bytes.AsSpan(scanner.Start..scanner.End).SequenceEqual("\"type\""u8) && scanner.Read())
            {
                return JsonStrings.Decode(bytes.AsSpan(scanner.Start..scanner.End));
            }
        }

        return null;
    }
}
