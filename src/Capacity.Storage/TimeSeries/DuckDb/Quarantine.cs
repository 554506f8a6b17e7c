using System.Globalization;
using Capacity.Core.TimeSeries;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Sets damaged files aside, where a person may look at them and nobody trips over them again.</summary>
internal sealed class Quarantine(Alarms alarms, TimeProvider time)
{
    /// <summary>Renames a file to <c>*.damaged-(time)</c> and raises an alarm.</summary>
    public void SetAside(string path, string consequence, string cause)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            alarms.Raise(StoreFault.Damaged, $"{name} is missing: {consequence} ({cause})");
            return;
        }

        var aside = path + string.Create(CultureInfo.InvariantCulture, $".damaged-{time.GetUtcNow():yyyyMMdd'T'HHmmss}");
        for (var copy = 2; File.Exists(aside); copy++)
        {
            aside = string.Create(CultureInfo.InvariantCulture, $"{path}.damaged-{time.GetUtcNow():yyyyMMdd'T'HHmmss}-{copy}");
        }

        File.Move(path, aside);
        alarms.Raise(StoreFault.Damaged, $"{name} is damaged and was set aside as {Path.GetFileName(aside)}: {consequence} ({cause})");
    }
}
