using Capacity.Core.Cluster;

namespace Capacity.Mesos.ZooKeeper;

/// <summary>Understands the answers to <c>mntr</c> and <c>srvr</c>, and those any word may get.</summary>
internal static class FourLetterText
{
    private const string NotServing = "This ZooKeeper instance is not currently serving requests";
    private const string NotAllowed = "is not executed because it is not in the whitelist";

    public static FourLetterParse Parse(HostPort server, string word, string text)
    {
        if (text.Contains(NotAllowed, StringComparison.Ordinal))
        {
            return new FourLetterParse.NotAllowed();
        }

        if (text.Contains(NotServing, StringComparison.Ordinal))
        {
            return new FourLetterParse.Read(new() { Address = server, Mode = ZooKeeperMode.NotServing, Monitored = false });
        }

        var state = word == FourLetterWord.Mntr ? MntrText.TryParse(server, text) : SrvrText.TryParse(server, text);
        return state is null
            ? new FourLetterParse.Failed(new ZooKeeperFailure.Malformed(server, word, $"'{NetworkFault.OneLine(text, 60)}'"))
            : new FourLetterParse.Read(state);
    }

    public static ZooKeeperMode ToMode(string? name) => name switch
    {
        "leader" => ZooKeeperMode.Leader,
        "follower" => ZooKeeperMode.Follower,
        "observer" => ZooKeeperMode.Observer,
        "standalone" => ZooKeeperMode.Standalone,
        "read-only" => ZooKeeperMode.ReadOnly,
        _ => ZooKeeperMode.Unknown,
    };

    /// <summary>Gives the lines that are whole. The last of a text that was cut short may hold half a number, so it is left out.</summary>
    public static IEnumerable<string> WholeLines(string text) => text.Split('\n').SkipLast(1);

    /// <summary>Cuts the build off a version: <c>3.8.0</c> of <c>3.8.0-abc, built on …</c>.</summary>
    public static string? ToVersion(string? text)
    {
        var version = text?.Trim().Split(['-', ',', ' '])[0];
        return string.IsNullOrEmpty(version) || !char.IsAsciiDigit(version[0]) ? null : version;
    }
}
