namespace Capacity.Mesos.ZooKeeper.Jute;

/// <summary>ZooKeeper's numbers of the errors that a reader may meet.</summary>
internal enum ErrorCode
{
    Ok = 0,
    SystemError = -1,
    RuntimeInconsistency = -2,
    DataInconsistency = -3,
    ConnectionLoss = -4,
    MarshallingError = -5,
    Unimplemented = -6,
    OperationTimeout = -7,
    BadArguments = -8,
    NoNode = -101,
    NoAuth = -102,
    NodeExists = -110,
    SessionExpired = -112,
    AuthFailed = -115,
    SessionMoved = -118,
    ThrottledOp = -127,
}
