namespace Capacity.Core.Alerting.Reviewing;

/// <summary>What somebody had to do in one shift.</summary>
/// <param name="Turn">The shift.</param>
/// <param name="Pages">How often he was paged.</param>
/// <param name="NightPages">How often at night.</param>
/// <param name="WithoutAction">How many of the pages were for what went away by itself.</param>
/// <param name="Tickets">How many tickets came.</param>
public sealed record ShiftLoad(ShiftTurn Turn, int Pages, int NightPages, int WithoutAction, int Tickets)
{
    /// <summary>The most pages of a shift of twelve hours after which people still look into each of them.</summary>
    /// <remarks>Two incidents: <i>Site Reliability Engineering</i> (O'Reilly 2016), chapter 11.</remarks>
    public const int Bearable = 2;

    /// <summary>Gets whether it was more than can be worked through.</summary>
    public bool IsTooMuch => Pages > Bearable;
}
