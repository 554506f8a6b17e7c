using System.Security.Cryptography;
using System.Text;

namespace Capacity.Server.Paging.Receivers;

/// <summary>The key by which a receiver folds the messages of an incident.</summary>
internal static class FoldingKey
{
    /// <summary>Gives the incident's id, or its hash where the receiver takes none that long.</summary>
    public static string Of(string incident, int longest) =>
        Encoding.UTF8.GetByteCount(incident) <= longest ? incident : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(incident)));
}
