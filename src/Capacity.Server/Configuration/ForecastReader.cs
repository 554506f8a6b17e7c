using Capacity.Core.Planning.Shapes;

namespace Capacity.Server.Configuration;

/// <summary>Reads and checks the section <c>forecast</c>.</summary>
internal static class ForecastReader
{
    public static ForecastSettings Read(ServiceFile.ForecastSection? file, ConfigurationRules rules)
    {
        file ??= new();
        var standard = ForecastSettings.Default;
        var target = file.Target ?? standard.Target;
        rules.Expect(target is > 0 and < 1, $"forecast.target: {target} is out of range; more than 0, less than 1.");
        return new()
        {
            LeadTime = rules.Duration("forecast.leadTime", file.LeadTime, standard.LeadTime, TimeSpan.FromDays(1)),
            Target = target,
            Shapes = [.. (file.Shapes ?? []).Select(s => Shape(s, rules)).OfType<MachineShape>()],
        };
    }

    private static MachineShape? Shape(string text, ConfigurationRules rules)
    {
        try
        {
            return MachineShape.Parse(text);
        }
        catch (FormatException e)
        {
            rules.Expect(false, $"forecast.shapes: {e.Message}.");
            return null;
        }
    }
}
