namespace Capacity.Mesos.ZooKeeper;

internal static class FourLetterWord
{
    public const string Mntr = "mntr";
    public const string Srvr = "srvr";
}
