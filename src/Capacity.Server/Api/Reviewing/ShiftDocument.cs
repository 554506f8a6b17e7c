using Capacity.Core.Alerting.Reviewing;

namespace Capacity.Server.Api.Reviewing;

/// <summary>What somebody had to do in one shift.</summary>
/// <param name="Shift">The shift's name.</param>
/// <param name="From">When it began.</param>
/// <param name="End">When it ended.</param>
/// <param name="Pages">How often he was paged.</param>
/// <param name="NightPages">How often at night.</param>
/// <param name="WithoutAction">How many of the pages were for what went away by itself.</param>
/// <param name="Tickets">How many tickets came.</param>
/// <param name="IsTooMuch">Whether it was more than two pages.</param>
public sealed record ShiftDocument(string Shift, DateTimeOffset From, DateTimeOffset End, int Pages, int NightPages, int WithoutAction, int Tickets, bool IsTooMuch)
{
    internal static ShiftDocument Of(ShiftLoad load) =>
        new(load.Turn.Shift, load.Turn.From, load.Turn.End, load.Pages, load.NightPages, load.WithoutAction, load.Tickets, load.IsTooMuch);
}
