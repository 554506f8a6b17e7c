using System.Buffers.Binary;
using Capacity.Core.Planning.Forecasting.Keeping;

namespace Capacity.Storage.State.Sqlite;

/// <summary>A row of the table <c>forecast</c>.</summary>
internal sealed class ForecastRow
{
    public string Name { get; set; } = string.Empty;

    public long Made { get; set; }

    public long Start { get; set; }

    public long Step { get; set; }

    public byte[] P10 { get; set; } = [];

    public byte[] P50 { get; set; } = [];

    public byte[] P90 { get; set; } = [];

    public static ForecastRow Of(KeptForecast forecast) => new()
    {
        Name = forecast.Series,
        Made = forecast.MadeAt.ToMicroseconds(),
        Start = forecast.Start.ToMicroseconds(),
        Step = forecast.Step.Ticks / TimeSpan.TicksPerMicrosecond,
        P10 = Pack(forecast.P10),
        P50 = Pack(forecast.P50),
        P90 = Pack(forecast.P90),
    };

    public KeptForecast ToForecast() => new(
        Name, Moments.ToTime(Made), Moments.ToTime(Start), TimeSpan.FromTicks(Step * TimeSpan.TicksPerMicrosecond), Unpack(P10), Unpack(P50), Unpack(P90));

    private static byte[] Pack(IReadOnlyList<double> values)
    {
        var bytes = new byte[values.Count * sizeof(float)];
        for (var i = 0; i < values.Count; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), (float)values[i]);
        }

        return bytes;
    }

    private static double[] Unpack(byte[] bytes)
    {
        var values = new double[bytes.Length / sizeof(float)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * sizeof(float)));
        }

        return values;
    }
}
