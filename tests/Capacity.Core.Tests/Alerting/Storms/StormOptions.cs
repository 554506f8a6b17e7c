namespace Capacity.Core.Tests.Alerting.Storms;

/// <summary>What differs between storms of one kind.</summary>
/// <param name="Seed">Jitter and choices.</param>
/// <param name="Masters">The masters: 3 or 5.</param>
/// <param name="Racks">The racks of each of three zones.</param>
/// <param name="PerRack">The agents of each rack.</param>
/// <param name="HasContext">Whether anything is known besides alerts.</param>
/// <param name="HasOtherNames">Whether machines and alerts have other names than usual.</param>
/// <param name="HasPlaces">Whether labels say zone and rack; otherwise only the inventory knows.</param>
/// <param name="IsCurated">Whether one of several that is down is a warning.</param>
internal sealed record StormOptions(
    int Seed, int Masters = 3, int Racks = 4, int PerRack = 10, bool HasContext = true, bool HasOtherNames = false, bool HasPlaces = true, bool IsCurated = false);
