namespace Capacity.Core.Cluster;

/// <summary>Why a survey of znodes ended.</summary>
public enum ZNodeSurveyEnd
{
    /// <summary>Everything below the roots was seen, but for what was denied.</summary>
    Whole,

    /// <summary>The most nodes allowed were seen and there are more.</summary>
    NodeBudget,

    /// <summary>The time allowed ran out and there are more.</summary>
    TimeBudget,

    /// <summary>The session broke; <see cref="ZNodeSurvey.Failure"/> says why.</summary>
    Failed,
}
