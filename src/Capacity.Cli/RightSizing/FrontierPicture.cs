using System.Globalization;
using System.Text;
using Capacity.Core.RightSizing.BackTesting;

namespace Capacity.Cli.RightSizing;

/// <summary>Draws what each rule recommends against the risk it takes: CPU on the left, memory on the right. Our rule is a line, for its dial can be turned.</summary>
internal static class FrontierPicture
{
    private const int Width = 470, Height = 380, Left = 60, Bottom = 50, Top = 40;
    private const double Far = 12;
    private const string Ours = "#1769aa";

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
        if (known.Length == 0)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x0 + Left}\" y=\"22\" font-weight=\"bold\">{title}</text>\n<text x=\"{x0 + Left}\" y=\"{Top + 20}\">The history has not both use and requests.</text>\n");
            return;
        }

        var sizes = known.Select(s => size(s)!.Value).ToArray();
        var across = PictureAxis.Over(sizes.Min() * 0.9, sizes.Max() * 1.05);
        var up = PictureAxis.Over(0, known.Max(s => risk(s)!.Value) * 1.05);
        svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({x0},0)\">\n<text x=\"{Left}\" y=\"22\" font-weight=\"bold\">{title}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {Top}V{Height - Bottom}H{Width - 20}\" fill=\"none\" stroke=\"#444\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width - 20}\" y=\"{Height - 12}\" text-anchor=\"end\">recommended, of what was requested</text>\n");
        foreach (var mark in across.Marks)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(mark):0.#}\" y=\"{Height - Bottom + 16}\" text-anchor=\"middle\" fill=\"#555\">{mark * 100:0.##} %</text>\n");
        }

        foreach (var mark in up.Marks)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6}\" y=\"{Y(mark) + 4:0.#}\" text-anchor=\"end\" fill=\"#555\">{mark * 100:0.##} %</text>\n");
        }

        var line = scores.Take(own).Where(known.Contains).OrderBy(s => size(s)).Select(s => string.Create(CultureInfo.InvariantCulture, $"{X(size(s)!.Value):0.#},{Y(risk(s)!.Value):0.#}"));
        svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{string.Join(' ', line)}\" fill=\"none\" stroke=\"{Ours}\" stroke-width=\"2\"/>\n");
        var named = known.Where(s => s == scores[0] || !scores.Take(own).Contains(s)).Select(s => (Score: s, X: X(size(s)!.Value), Y: Y(risk(s)!.Value))).ToArray();
        var labels = new PictureLabels(Width, Height - Bottom);
        foreach (var (_, x, y) in named)
        {
            labels.Keep(x, y);
        }

        foreach (var (score, x, y) in named)
        {
            var (left, level) = labels.Place(x, y, score.Name);
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{(score == scores[0] ? 6 : 4)}\" fill=\"{(score == scores[0] ? Ours : "#b5541c")}\"/>\n");
            if (Math.Abs(level - y) > Far)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x:0.#} {y:0.#}L{(left > x ? left - 2 : left + (score.Name.Length * PictureLabels.LetterWidth)):0.#} {level - 4:0.#}\" stroke=\"#999\" stroke-width=\"0.7\"/>\n");
            }

            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left:0.#}\" y=\"{level:0.#}\">{score.Name}</text>\n");
        }

        svg.Append("</g>\n");

        double X(double value) => Left + (across.PlaceOf(value) * (Width - Left - 30));
        double Y(double value) => Height - Bottom - (up.PlaceOf(value) * (Height - Top - Bottom));
    }
}
