using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Core.RightSizing.Recording;

/// <summary>A day of an app as it is stored.</summary>
/// <param name="App">The app.</param>
/// <param name="Day">The UTC day.</param>
/// <param name="Bytes">What <see cref="ProfileCodec"/> wrote.</param>
public sealed record EncodedProfile(AppKey App, DateOnly Day, byte[] Bytes)
{
    /// <summary>Writes a day of an app down.</summary>
    public static EncodedProfile Of(AppKey app, AppDayProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new(app, profile.Day, ProfileCodec.Encode(profile));
    }
}
