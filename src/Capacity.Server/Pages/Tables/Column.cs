using Microsoft.AspNetCore.Components;

namespace Capacity.Server.Pages.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Key">What the address calls it.</param>
/// <param name="Title">What its head says.</param>
/// <param name="By">What rows are sorted by; <see langword="null"/> is last in either direction.</param>
/// <param name="Cell">What a cell has in it.</param>
/// <param name="Number">Whether it holds figures: they stand to the right, and the largest come first at the first click.</param>
/// <param name="Unwell">Which rows' cells stand out.</param>
/// <param name="Spoken">What its head is called where <paramref name="Title"/> alone, without the columns beside it, says too little.</param>
public sealed record Column<T>(
    string Key, string Title, Func<T, IComparable?> By, RenderFragment<T> Cell, bool Number = false, Func<T, bool>? Unwell = null, string? Spoken = null);
