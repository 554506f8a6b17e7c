namespace Capacity.Mesos.Masters;

/// <summary>The answer to the operator call <c>GET_MASTER</c>.</summary>
internal sealed class MasterInfoJson
{
    public GetMasterJson? GetMaster { get; set; }

    internal sealed class GetMasterJson
    {
        public double? ElectedTime { get; set; }
    }
}
