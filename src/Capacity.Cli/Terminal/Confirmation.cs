namespace Capacity.Cli.Terminal;

/// <summary>Asks before something is done.</summary>
internal static class Confirmation
{
    /// <summary>Asks a question that is answered with yes or no; anything but yes is no.</summary>
    /// <param name="question">The question, without its answers.</param>
    /// <param name="input">Where the answer comes from.</param>
    /// <param name="error">Where the question goes: results have standard output for themselves.</param>
    /// <exception cref="UserErrorException">Nobody is there to answer.</exception>
    public static bool Ask(string question, TextReader input, TextWriter error)
    {
        error.Write($"{question} [y/N] ");
        var answer = input.ReadLine();
        return answer is null
            ? throw new UserErrorException($"{Environment.NewLine}Nobody answered: give --yes where nobody can.")
            : answer.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}
