using System.Globalization;
using System.Text;
using Capacity.Core.RightSizing.BackTesting;

namespace Capacity.Cli.RightSizing;

/// <summary>Draws what each rule recommends against the risk it takes: CPU on the left, memory on the right. Our rule is a line, for its dial can be turned.</summary>
internal static class FrontierPicture
{
    private const int Width = 470, Height = 380, Left = 60, Bottom = 50, Top = 40;

    /// <param name="scores">The scores in the order of the rules, ours first.</param>
    /// <param name="own">Our rules: the standard one, then those of the frontier.</param>
    public static string Draw(IReadOnlyList<RuleScore> scores, IReadOnlyList<OwnRule> own)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {2 * Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append("<title>Recommended size against risk</title>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        Panel(svg, 0, "CPU: time above the recommendation", scores, own.Count, s => s.CpuRecommendedRatio, s => s.CpuExceedRate);
        Panel(svg, Width, "Memory: instances above it at least once", scores, own.Count, s => s.MemRecommendedRatio, s => s.MemBreachInstanceRatio);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Panel(
        StringBuilder svg, int x0, string title, IReadOnlyList<RuleScore> scores, int own, Func<RuleScore, double?> size, Func<RuleScore, double?> risk)
    {
        var known = scores.Where(s => size(s) is not null && risk(s) is not null).ToArray();
        var (mostSize, mostRisk) = (known.Select(s => size(s)!.Value).DefaultIfEmpty(1).Max() * 1.1, known.Select(s => risk(s)!.Value).DefaultIfEmpty(1).Max() * 1.1);
        svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({x0},0)\">\n<text x=\"{Left}\" y=\"22\" font-weight=\"bold\">{title}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {Top}V{Height - Bottom}H{Width - 20}\" fill=\"none\" stroke=\"#444\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width - 20}\" y=\"{Height - 12}\" text-anchor=\"end\">recommended, of what was requested</text>\n");
        for (var i = 1; i <= 4; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(mostSize * i / 4):0.#}\" y=\"{Height - Bottom + 16}\" text-anchor=\"middle\" fill=\"#555\">{mostSize * i / 4:0 %}</text>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6}\" y=\"{Y(mostRisk * i / 4) + 4:0.#}\" text-anchor=\"end\" fill=\"#555\">{mostRisk * i / 4:0.# %}</text>\n");
        }

        var line = scores.Take(own).Where(known.Contains).OrderBy(s => size(s)).Select(s => string.Create(CultureInfo.InvariantCulture, $"{X(size(s)!.Value):0.#},{Y(risk(s)!.Value):0.#}"));
        svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{string.Join(' ', line)}\" fill=\"none\" stroke=\"#1769aa\" stroke-width=\"2\"/>\n");
        foreach (var score in known.Where(s => s == scores[0] || !scores.Take(own).Contains(s)))
        {
            var (x, y) = (X(size(score)!.Value), Y(risk(score)!.Value));
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{(score == scores[0] ? 6 : 4)}\" fill=\"{(score == scores[0] ? "#1769aa" : "#b5541c")}\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 7:0.#}\" y=\"{y - 5:0.#}\">{score.Name}</text>\n");
        }

        svg.Append("</g>\n");

        double X(double value) => Left + (value / mostSize * (Width - Left - 30));
        double Y(double value) => Height - Bottom - (mostRisk > 0 ? value / mostRisk * (Height - Top - Bottom) : 0);
    }
}
