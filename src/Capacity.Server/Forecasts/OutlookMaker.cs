using Capacity.Core.Planning.Forecasting;
using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.Limits;
using Capacity.Core.Planning.Forecasting.Plans;
using Capacity.Core.Planning.Forecasting.RunningOut;
using Capacity.Core.Units;
using Capacity.Server.Live;
using Capacity.Server.RightSizing;
using MachineShape = Capacity.Core.Planning.Shapes.MachineShape;

namespace Capacity.Server.Forecasts;

/// <summary>Works out what forecasts come to.</summary>
public sealed class OutlookMaker(ForecastKeeper keeper, ClusterWatch watch, AdviceKeeper advice)
{
    /// <summary>The sizes of today's machines that are compared where nobody names any.</summary>
    private const int MostShapes = 3;

    private readonly Lock gate = new();
    private (DateTimeOffset At, MachineWorth Worth)? lastWorth;

    /// <summary>Works out everything that is asked for: by effective capacity alone, and in detail where it is one demand.</summary>
    public IReadOnlyList<Outlook> Make(ForecastSet set, OutlookRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(request);
        var capacities = keeper.Capacities();
        List<ForecastEntry> entries = [.. set.Entries.Where(e => request.Asks(e.Key))];
        var outlooks = new Outlook[entries.Count];
        Parallel.For(0, entries.Count, new ParallelOptions { CancellationToken = cancellationToken }, i =>
            outlooks[i] = Make(set, entries[i], capacities, request, entries.Count == 1));
        return outlooks;
    }

    /// <summary>Works out until when shapes find room.</summary>
    public static IReadOnlyList<(ShapeLimit Shape, RunOut? RunOut, DateTimeOffset Start)> Shapes(ForecastSet set, OutlookRequest request)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(request);
        return [.. from shape in set.Shapes
                   let entry = set.Find(new(shape.Cut, shape.Resource, DemandKind.Allocated))
                   select (shape, entry?.Forecast is { } forecast && shape.Limit is double limit ? RunOut.Of(forecast, Ask(limit, request, set.Step)) : null, entry?.Past.End ?? set.At)];
    }

    /// <summary>Asks for dates. Those of days do not jump by weeks; an hour of the day is worth knowing.</summary>
    private static RunOutQuestion Ask(double capacity, OutlookRequest request, DemandStep step) =>
        new(capacity, (int)Math.Ceiling(request.LeadTime / step.Length())) { Season = step == DemandStep.Day ? step.Season() : 1 };

    private Outlook Make(
        ForecastSet set, ForecastEntry entry, IReadOnlyDictionary<(DemandCut, DemandResource), CapacityLevels> capacities, OutlookRequest request, bool inDetail)
    {
        var levels = entry.Key.Kind == DemandKind.Allocated && capacities.TryGetValue((entry.Key.Cut, entry.Key.Resource), out var found) ? found : null;
        var outlook = new Outlook { Entry = entry, Levels = levels };
        if (entry.Forecast is not { } forecast || (levels is null && entry.Key.Cut.HasCapacity))
        {
            return outlook;
        }

        var changes = PlanEffects.Of(request.Plan, Ground(set, entry, forecast, levels, CapacityKind.Effective));
        if (levels is null)
        {
            return outlook with { Changes = changes };
        }

        var kinds = inDetail ? Enum.GetValues<CapacityKind>() : [CapacityKind.Effective];
        var question = Ask(levels.Effective, request, set.Step);
        var planned = question with { Changes = changes };
        return outlook with
        {
            RunOuts = kinds.ToDictionary(k => k, k => RunOut.Of(forecast, question with { Capacity = Amount(levels, k) })),
            Changes = changes,
            WithPlan = changes.Count == 0 ? outlook.WithPlan : kinds.ToDictionary(
                k => k, k => RunOut.Of(forecast, question with { Capacity = Amount(levels, k), Changes = PlanEffects.Of(request.Plan, Ground(set, entry, forecast, levels, k)) })),
            PlannedRoom = changes.Count == 0 ? [] : (question with { Changes = [.. changes.Where(c => c.Kind == PlannedKind.Capacity)] }).Room(entry.Reach),
            Purchases = inDetail ? PurchaseAdvice.For(forecast, planned, [.. Purchasable(request).Select(s => ToBuy(s, entry.Key, levels)).Where(s => s.Amount > 0)], request.Target) : [],
        };
    }

    private static double Amount(CapacityLevels levels, CapacityKind kind) => kind switch
    {
        CapacityKind.Effective => levels.Effective,
        CapacityKind.Placeable => levels.Placeable,
        _ => levels.Total,
    };

    private IEnumerable<MachineShape> Purchasable(OutlookRequest request) => request.Shapes.Count > 0 ? request.Shapes : With(w => w.Usual(MostShapes));

    private Core.Planning.Forecasting.RunningOut.MachineShape ToBuy(MachineShape shape, DemandKey key, CapacityLevels levels)
    {
        // Machines that are bought are kept for nobody.
        var isForOthers = key.Cut.Level == CutLevel.Role && key.Cut.Name != Core.Cluster.Roles.Any;
        return new(shape.ToString(), isForOthers ? 0 : With(w => w.Of(new ResourceVector(shape.Cpus, shape.Memory), key.Resource, levels, CapacityKind.Effective)));
    }

    private PlanGround Ground(ForecastSet set, ForecastEntry entry, Forecast forecast, CapacityLevels? levels, CapacityKind kind)
    {
        var shares = new CutShares(set.Demands(entry.Key.Resource, entry.Key.Kind));
        return new()
        {
            Key = entry.Key,
            Start = entry.Past.End,
            Step = set.Step.Length(),
            Course = forecast.Point,
            Shares = shares,
            MachineAmount = e => levels is null ? 0 : Into(entry.Key.Cut, e.Cut, set) is > 0 and var share ? share * With(w => w.Of(e.Shape, entry.Key.Resource, levels, kind)) : 0,
            RightSizing = RightSizingEffect.Of(advice.Latest, entry.Key.Cut, entry.Key.Resource, shares.Of(DemandCut.Cluster, entry.Key.Cut)),
        };
    }

    /// <summary>The share of machines that come to one cut and count in another.</summary>
    private static double Into(DemandCut cut, DemandCut target, ForecastSet set) => cut.Level switch
    {
        CutLevel.Cluster => 1,
        CutLevel.Zone when target.Level == CutLevel.Zone => cut == target ? 1 : 0,
        CutLevel.Zone => 1.0 / set.Entries.Select(e => e.Key.Cut).Where(c => c.Level == CutLevel.Zone).Distinct().Count(),
        CutLevel.Role => cut.Name == Core.Cluster.Roles.Any ? 1 : 0,
        _ => 0,
    };

    /// <summary>Filling machines takes a while, so what was found is kept as long as the picture is the same.</summary>
    private T With<T>(Func<MachineWorth, T> ask)
    {
        var picture = watch.Latest?.Picture;
        var at = picture?.TakenAt ?? default;
        lock (gate)
        {
            if (lastWorth is not { } last || at - last.At > TimeSpan.FromHours(1))
            {
                lastWorth = last = (at, new(picture));
            }

            return ask(last.Worth);
        }
    }
}
