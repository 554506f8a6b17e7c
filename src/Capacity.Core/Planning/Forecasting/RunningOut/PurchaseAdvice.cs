namespace Capacity.Core.Planning.Forecasting.RunningOut;

/// <summary>How many machines of a shape by when keep the probability of running out under a target until the end of the forecast.</summary>
/// <param name="Shape">The machines.</param>
/// <param name="Count">How many; 0 where none is needed.</param>
/// <param name="NeededBy">The last step by whose begin they have to run; <see langword="null"/> where none is needed.</param>
/// <param name="OrderBy">The step by which they have to be ordered; negative where it is too late by that many steps already.</param>
/// <param name="ProbabilityWithout">The probability of running out within the forecast without them, 0 to 1.</param>
/// <param name="ProbabilityWith">The same with them, all running by <paramref name="NeededBy"/>.</param>
public sealed record PurchaseAdvice(MachineShape Shape, int Count, int? NeededBy, int? OrderBy, double ProbabilityWithout, double ProbabilityWith)
{
    /// <summary>Advises on each of some shapes.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="question">What is there, what is planned and how long an order takes.</param>
    /// <param name="shapes">What can be bought; each adds more than 0.</param>
    /// <param name="target">The probability of running out that is accepted, 0 to 1 exclusive.</param>
    public static IReadOnlyList<PurchaseAdvice> For(Forecast forecast, RunOutQuestion question, IReadOnlyList<MachineShape> shapes, double target)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(shapes);
        if (target is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(target), target, "Expected 0 < target < 1.");
        }

        if (shapes.FirstOrDefault(s => s.Amount is not > 0) is { } useless)
        {
            throw new ArgumentOutOfRangeException(nameof(shapes), useless, "Expected machines that add something.");
        }

        var room = question.Room(forecast.Point.Count);
        var paths = DemandPaths.Simulate(forecast, question.Paths, question.Seed);
        int[] passages = [.. paths.Select(p => RunOut.FirstPassage(p, room)).Order()];
        double[] lacks = [.. paths.Select(p => p.Zip(room, (demand, there) => demand - there).Max()).Order()];
        var accepted = (int)(target * paths.Count);
        var without = (double)passages.Count(p => p < room.Length) / paths.Count;
        if (passages[accepted] == room.Length)
        {
            return [.. shapes.Select(s => new PurchaseAdvice(s, 0, null, null, without, without))];
        }

        return [.. shapes.Select(Advise)];

        PurchaseAdvice Advise(MachineShape shape)
        {
            var count = (int)Math.Min(int.MaxValue, Math.Ceiling(lacks[^(1 + accepted)] / shape.Amount));
            var needed = passages[accepted];
            var with = question with { Changes = [.. question.Changes, new(shape.Name, PlannedKind.Capacity, needed, count * shape.Amount)] };
            var more = with.Room(room.Length);
            return new(shape, count, needed, needed - question.LeadTime, without, (double)paths.Count(p => RunOut.FirstPassage(p, more) < room.Length) / paths.Count);
        }
    }
}
