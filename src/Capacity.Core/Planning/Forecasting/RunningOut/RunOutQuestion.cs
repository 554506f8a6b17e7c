namespace Capacity.Core.Planning.Forecasting.RunningOut;

/// <summary>When is it full?</summary>
/// <param name="Capacity">What is there now and can be used, in the unit of the series: without what is stranded, or kept for the loss of a zone.</param>
/// <param name="LeadTime">The steps from ordering machines until they run, 0 or more.</param>
public sealed record RunOutQuestion(double Capacity, int LeadTime)
{
    /// <summary>Gets what is planned.</summary>
    public IReadOnlyList<PlannedChange> Changes { get; init; } = [];

    /// <summary>Gets the season of the demand in steps, 1 for none: dates do not jump from one of its busy steps to the next.</summary>
    public int Season { get; init; } = 1;

    /// <summary>Gets how many courses are simulated.</summary>
    public int Paths { get; init; } = 1000;

    /// <summary>Gets what the random numbers are made of; the same gives the same answer.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Works out the room at each step for demand as it was forecast: what will be there, less what will be needed more.</summary>
    /// <param name="horizon">The steps of the forecast.</param>
    public double[] Room(int horizon)
    {
        var room = new double[horizon];
        Array.Fill(room, Capacity);
        foreach (var change in Changes)
        {
            for (var h = Math.Max(0, change.Step); h < horizon; h++)
            {
                room[h] += change.Kind == PlannedKind.Capacity ? change.Amount : -change.Amount;
            }
        }

        return room;
    }
}
