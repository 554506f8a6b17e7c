namespace Capacity.Core.RightSizing.Advice;

/// <summary>Where what is allocated of a resource goes. The unit is a millionth of a core for an hour, or a KiB for an hour; whole numbers make sums exact.</summary>
/// <param name="Used">What is used.</param>
/// <param name="Headroom">What is not used and needed for peaks: between use and the recommended size.</param>
/// <param name="Waste">What could be taken away: above the recommended size.</param>
/// <param name="Overuse">What is used beyond the recommended size or the request.</param>
public readonly record struct Account(long Used, long Headroom, long Waste, long Overuse)
{
    /// <summary>Gets what is allocated: use, headroom and waste, less what is used beyond.</summary>
    public long Allocated => Used + Headroom + Waste - Overuse;

    /// <summary>Adds two accounts.</summary>
    public static Account operator +(Account left, Account right) =>
        new(left.Used + right.Used, left.Headroom + right.Headroom, left.Waste + right.Waste, left.Overuse + right.Overuse);

    /// <summary>Keeps the account of one day or app.</summary>
    /// <param name="requested">What an instance asks for, in millionths of a core or KiB.</param>
    /// <param name="recommended">What it should ask for.</param>
    /// <param name="used">What it used in the mean.</param>
    /// <param name="hours">For how long, summed over instances.</param>
    public static Account Of(double requested, double recommended, double used, double hours)
    {
        var kept = Math.Min(requested, recommended);
        return new(Whole(used), Whole(Math.Max(0, kept - used)), Whole(Math.Max(0, requested - recommended)), Whole(Math.Max(0, used - kept)));

        long Whole(double amount) => (long)Math.Round(amount * hours);
    }
}
