namespace Capacity.Core.Packing.Solving.Search;

/// <summary>Finds places for what is left over.</summary>
internal interface ILeftoverSearch
{
    /// <summary>Gets what it works on.</summary>
    Attempt Attempt { get; }

    /// <summary>Does so many steps, or fewer where everything is placed or the time is over.</summary>
    /// <returns>How many steps it did.</returns>
    int Run(int steps, SearchClock clock);
}
