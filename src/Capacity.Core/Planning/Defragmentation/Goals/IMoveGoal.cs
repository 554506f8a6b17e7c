using Capacity.Core.Planning.Defragmentation.Moving;
using Capacity.Core.Planning.Defragmentation.Search;

namespace Capacity.Core.Planning.Defragmentation.Goals;

/// <summary>What is to be achieved, and which few moves bring it nearer.</summary>
internal interface IMoveGoal
{
    /// <summary>Gets how many machines or groups there are for whose sake moves are made.</summary>
    int Focuses { get; }

    /// <summary>Gets whether what moves are worth depends on the machines that they are about alone.</summary>
    bool IsLocal { get; }

    /// <summary>Values a placement; higher is better.</summary>
    double Value(MovingState state);

    /// <summary>Measures a placement in the unit that people read.</summary>
    double Measure(MovingState state);

    /// <summary>Finds moves for the sake of one machine or group; leaves the state as it was.</summary>
    /// <param name="state">The placement.</param>
    /// <param name="focus">The machine or group.</param>
    /// <param name="most">How many moves there may be.</param>
    /// <param name="random">Decides between equals.</param>
    /// <returns><see langword="null"/> where nothing helps.</returns>
    MoveBundle? Propose(MovingState state, int focus, int most, Random random);

    /// <summary>Finds the machines or groups for which a move may have changed what is best.</summary>
    IEnumerable<int> Touched(MovingState state, Move move);
}
