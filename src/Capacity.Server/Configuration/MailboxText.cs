using System.Text.RegularExpressions;

namespace Capacity.Server.Configuration;

/// <summary>Addresses of mail as people write them, <c>team@example.org</c>: ASCII, without names, quotes and comments.</summary>
internal static partial class MailboxText
{
    public const string Expected = "write team@example.org";

    /// <summary>The longest path of RFC 5321, without its brackets.</summary>
    private const int Longest = 254;

    public static bool IsOne(string text) => text.Length <= Longest && Form().IsMatch(text);

    /// <summary>Gives what stands behind the last @.</summary>
    public static string Domain(string address) => address[(address.LastIndexOf('@') + 1)..];

    [GeneratedRegex(@"\A(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*\z")]
    private static partial Regex Form();
}
