namespace Capacity.Core.Alerting.Board;

/// <summary>Is told what happens to alerts, in the order in which it happens and before it is on disk.</summary>
/// <remarks>After a crash the same may be told again: an alert that was not on disk is sent again, and has fired then.</remarks>
public interface IAlertListener
{
    /// <summary>Takes changes. It must be quick: senders wait.</summary>
    void Take(IReadOnlyList<AlertChange> changes);
}
