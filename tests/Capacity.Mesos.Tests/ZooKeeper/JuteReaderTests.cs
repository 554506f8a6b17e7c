using Capacity.Mesos.ZooKeeper.Jute;
using Capacity.Testing;
using CsCheck;
using Xunit;

namespace Capacity.Mesos.Tests.ZooKeeper;

public sealed class JuteReaderTests
{
    private const int LengthBytes = 4;

    [Fact]
    public void Read_WhatWasWritten_IsTheSame() =>
        Gen.Select(Gen.Int, Gen.Long, Gen.Bool, Gen.Byte.Array[0, 50], Gen.String[Gen.Char['a', 'ż'], 0, 20].Array[0, 5])
            .Holds(input =>
            {
                var (number, longer, flag, bytes, texts) = input;
                var writer = new JuteWriter().Int(number).Long(longer).Bool(flag).Bytes(bytes).Int(texts.Length);
                foreach (var text in texts)
                {
                    writer.Text(text);
                }

                var packet = writer.ToPacket();
                var reader = new JuteReader(packet);
                Assert.Equal(packet.Length - LengthBytes, reader.Int());
                Assert.Equal(number, reader.Int());
                Assert.Equal(longer, reader.Long());
                Assert.Equal(flag, reader.Bool());
                Assert.Equal(bytes, reader.Bytes());
                Assert.Equal(texts, reader.Texts());
                Assert.True(reader.AtEnd);
            });

    [Fact]
    public void Texts_AnyBytes_AreReadOrInvalid() =>
        Gen.Byte.Array[0, 64].Holds(static bytes =>
        {
            try
            {
                Assert.InRange(new JuteReader(bytes).Texts().Count, 0, bytes.Length / LengthBytes);
            }
            catch (InvalidDataException)
            {
                // One clear refusal is the other good answer.
            }
        });

    [Theory]
    [InlineData(new byte[] { 0x7f, 0xff, 0xff, 0xff, 0, 0, 0, 0 }, "a list of 2147483647 texts in 4 bytes")]
    [InlineData(new byte[] { 0xff, 0xff, 0xff, 0xfe }, "a list of -2 texts in 0 bytes")]
    [InlineData(new byte[] { 0, 0, 0, 1, 0x7f, 0xff, 0xff, 0xff }, "a field of 2147483647 bytes where the packet has 0 left")]
    [InlineData(new byte[] { 0, 0, 0, 1, 0, 0, 0, 2, (byte)'a' }, "a field of 2 bytes where the packet has 1 left")]
    [InlineData(new byte[] { 0, 0, 0, 1, 0, 0, 0, 1, 0xff }, "a text is not UTF-8")]
    [InlineData(new byte[] { 0, 0 }, "a field of 4 bytes where the packet has 2 left")]
    public void Texts_HostileBytes_SayWhatIsWrong(byte[] bytes, string expected)
    {
        var thrown = Assert.Throws<InvalidDataException>(() => new JuteReader(bytes).Texts());

        Assert.Equal(expected, thrown.Message);
    }
}
