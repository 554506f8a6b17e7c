namespace Capacity.Server.Pages.Parts;

/// <summary>What is allocated, used and stranded of a resource, as shares of what there is.</summary>
/// <param name="Allocated">What runs tasks.</param>
/// <param name="Used">What they use; <see langword="null"/> where it is not known.</param>
/// <param name="Stranded">What is free and cannot be used.</param>
public sealed record Levels(double Allocated, double? Used, double Stranded)
{
    /// <summary>Works them out.</summary>
    public static Levels Of(double total, double allocated, double? used, double stranded) =>
        new(Show.Ratio(allocated, total), Show.Share(used, total), Show.Ratio(stranded, total));
}
