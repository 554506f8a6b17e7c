using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Core.RightSizing.Recording;

/// <summary>A day of an app.</summary>
/// <param name="App">The app.</param>
/// <param name="Profile">What it used.</param>
public sealed record AppProfile(AppKey App, AppDayProfile Profile);
