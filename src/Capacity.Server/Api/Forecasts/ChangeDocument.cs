using Capacity.Core.Planning.Forecasting.RunningOut;
using Capacity.Server.Forecasts;

namespace Capacity.Server.Api.Forecasts;

/// <summary>What a planned event changes in one demand or its capacity.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Changes">demand or capacity.</param>
/// <param name="Date">From when on.</param>
/// <param name="Amount">By how much, in cores, bytes or GPUs; of a machine what can be used of it.</param>
public sealed record ChangeDocument(string Name, string Changes, DateTimeOffset Date, double Amount)
{
    internal static ChangeDocument Of(Outlook outlook, PlannedChange change) => new(change.Name, Words.Of(change.Kind), outlook.DateOf(change.Step)!.Value, change.Amount);
}
