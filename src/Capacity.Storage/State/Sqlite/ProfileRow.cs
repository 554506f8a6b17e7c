using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Storage.State.Sqlite;

/// <summary>A row of the table <c>profile</c>, with the names of its app.</summary>
internal sealed class ProfileRow
{
    public string Framework { get; init; } = "";

    public string Name { get; init; } = "";

    public byte[] Bytes { get; init; } = [];

    /// <summary>Reads the profile.</summary>
    /// <exception cref="IOException">It is damaged, or of a newer program.</exception>
    public AppDayProfile ToProfile()
    {
        try
        {
            return ProfileCodec.Decode(Bytes);
        }
        catch (FormatException e)
        {
            throw new IOException($"A profile of {Framework}:{Name} can't be read: {e.Message}", e);
        }
    }
}
