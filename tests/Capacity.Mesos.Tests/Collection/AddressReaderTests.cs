using Capacity.Mesos.Collection;

namespace Capacity.Mesos.Tests.Collection;

public sealed class AddressReaderTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("http://admin:s3cret@10.0.0.1:99999")]
    [InlineData("ftp://admin:s3cret@10.0.0.1")]
    [InlineData("admin:s3cret@")]
    [InlineData("http://s3cret@10.0.0.1:5050")]
    public void Http_WrongAddress_ShowsNoPassword(string address)
    {
        var reader = new AddressReader();

        reader.Http("--master", [address], 5050);

        Assert.DoesNotContain("s3cret", Assert.Single(reader.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void ZooKeepers_WrongAddress_ShowsNoPassword()
    {
        var reader = new AddressReader();

        reader.ZooKeeperMasters("--master", ["zk://admin:s3cret@:x/mesos"]);
        reader.ZooKeepers("--zookeeper", ["admin:s3cret@:x"]);

        Assert.Equal(2, reader.Faults.Count);
        Assert.All(reader.Faults, f => Assert.DoesNotContain("s3cret", f, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    public void Credentials_FileHoldsNone_IsAFault(string content)
    {
        File.WriteAllText(file, content);
        var reader = new AddressReader();

        Assert.Null(reader.Credentials("--auth-file", file, "CAPACITY_NOT_SET"));
        Assert.Single(reader.Faults);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a host name")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public void CertificateFile_HoldsNone_IsAFault(string content)
    {
        File.WriteAllText(file, content);
        var reader = new AddressReader();

        Assert.Null(reader.CertificateFile("--ca-file", file));
        Assert.Contains("holds no certificate in PEM", Assert.Single(reader.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void CertificateFile_Missing_IsAFault()
    {
        var reader = new AddressReader();

        Assert.Null(reader.CertificateFile("--ca-file", file + ".missing"));
        Assert.Contains("there is no such file", Assert.Single(reader.Faults), StringComparison.Ordinal);
    }
}
