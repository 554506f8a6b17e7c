namespace Capacity.Cli.Csv;

/// <summary>Takes lines of CSV apart.</summary>
internal static class CsvFields
{
    /// <summary>Splits a line at its commas; fields in quotation marks may hold commas, and quotation marks that are doubled.</summary>
    /// <exception cref="FormatException">A quotation mark is not closed, or something follows one that is.</exception>
    public static List<string> Split(string line)
    {
        var parts = new List<string>();
        var (at, end) = (0, line.Length);
        while (at <= end)
        {
            if (at < end && line[at] == '"')
            {
                var text = new System.Text.StringBuilder();
                for (at++; ; at++)
                {
                    if (at >= end)
                    {
                        throw new FormatException("A quotation mark is not closed.");
                    }

                    if (line[at] != '"')
                    {
                        text.Append(line[at]);
                    }
                    else if (at + 1 < end && line[at + 1] == '"')
                    {
                        text.Append('"');
                        at++;
                    }
                    else
                    {
                        break;
                    }
                }

                at++;
                if (at < end && line[at] != ',')
                {
                    throw new FormatException("Something follows a closing quotation mark.");
                }

                parts.Add(text.ToString());
            }
            else
            {
                var comma = line.IndexOf(',', at);
                parts.Add(comma < 0 ? line[at..] : line[at..comma]);
                at = comma < 0 ? end : comma;
            }

            at++;
        }

        return parts;
    }
}
