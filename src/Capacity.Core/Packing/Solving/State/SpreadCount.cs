using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving.State;

/// <summary>How many of a group are on each value of a field, and the least on any value that it spreads over.</summary>
internal sealed class SpreadCount
{
    /// <summary>Up to so many values are an array; beyond, few of them have any.</summary>
    private const int Narrow = 64;

    private readonly SpreadField field;
    private readonly bool[]? domain;
    private readonly int[]? narrow;
    private readonly Dictionary<int, int>? wide;
    private int least;
    private int atLeast;

    public SpreadCount(SpreadField field, bool[]? domain)
    {
        this.field = field;
        this.domain = domain;
        narrow = field.Count <= Narrow ? new int[field.Count] : null;
        wide = field.Count > Narrow ? [] : null;
        atLeast = domain?.Count(d => d) ?? 0;
    }

    public SpreadCount(SpreadCount other)
    {
        field = other.field;
        domain = other.domain;
        narrow = (int[]?)other.narrow?.Clone();
        wide = other.wide is null ? null : new(other.wide);
        (least, atLeast, Values) = (other.least, other.atLeast, other.Values);
    }

    /// <summary>Gets on how many values there are any.</summary>
    public int Values { get; private set; }

    public int On(int machine) => field.Of[machine] is var value and >= 0 ? Of(value) : 0;

    public void Add(int machine, int count)
    {
        var value = field.Of[machine];
        if (value < 0)
        {
            return;
        }

        var before = Of(value);
        Set(value, before + count);
        Values += (before + count > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
        if (domain?[value] == true)
        {
            Follow(before, before + count);
        }
    }

    /// <summary>Says whether one more is allowed.</summary>
    public bool Allows(SpreadRule rule, int machine)
    {
        var there = On(machine);
        return rule.Operator switch
        {
            ConstraintOperator.Cluster => Values == 0 || (Values == 1 && there > 0),
            ConstraintOperator.GroupBy => there < rule.Most && there <= least,
            _ => there < rule.Most,
        };
    }

    /// <summary>Says whether a machine's value has more than one above the least.</summary>
    public bool IsTooMany(int machine) => domain is not null && On(machine) > least + 1;

    private int Of(int value) => narrow is not null ? narrow[value] : wide!.GetValueOrDefault(value);

    private void Set(int value, int count)
    {
        if (narrow is not null)
        {
            narrow[value] = count;
        }
        else if (count == 0)
        {
            wide!.Remove(value);
        }
        else
        {
            wide![value] = count;
        }
    }

    private void Follow(int before, int now)
    {
        if (now < least)
        {
            (least, atLeast) = (now, 1);
            return;
        }

        atLeast += (now == least ? 1 : 0) - (before == least ? 1 : 0);
        if (atLeast == 0)
        {
            least = int.MaxValue;
            for (var v = 0; v < domain!.Length; v++)
            {
                if (domain[v] && Of(v) is var count && count <= least)
                {
                    (least, atLeast) = count < least ? (count, 1) : (least, atLeast + 1);
                }
            }
        }
    }
}
