namespace Capacity.Core.RightSizing.Advice;

/// <summary>How far advice can be trusted, from A, the most, to D.</summary>
public enum ConfidenceGrade
{
    /// <summary>Two whole weeks and more, hardly a gap, nothing changed lately, nothing hidden behind a limit.</summary>
    A,

    /// <summary>One of these is missing.</summary>
    B,

    /// <summary>Two of these are missing.</summary>
    C,

    /// <summary>Not to be acted on.</summary>
    D,
}
