namespace Capacity.Core.Alerting.Board;

/// <summary>Is told what happens to alerts, in the order in which it happens, and after it is on disk.</summary>
public interface IAlertListener
{
    /// <summary>Takes changes. It must be quick: senders wait.</summary>
    void Take(IReadOnlyList<AlertChange> changes);
}
