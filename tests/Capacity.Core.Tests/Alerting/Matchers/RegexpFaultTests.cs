using Capacity.Core.Alerting.Matchers;

namespace Capacity.Core.Tests.Alerting.Matchers;

public sealed class RegexpFaultTests
{
    /// <remarks>What Go's <c>regexp.Compile</c> says.</remarks>
    [Theory]
    [InlineData("[", "missing closing ]: `[`")]
    [InlineData("a[^]", "missing closing ]: `[^]`")]
    [InlineData("(a", "missing closing ): `(a`")]
    [InlineData("a)", "unexpected ): `a)`")]
    [InlineData("*a", "missing argument to repetition operator: `*`")]
    [InlineData("(+a)", "missing argument to repetition operator: `+`")]
    [InlineData("a**", "invalid nested repetition operator: `**`")]
    [InlineData("a\\", "trailing backslash at end of expression: ``")]
    [InlineData("\\y", "invalid escape sequence: `\\y`")]
    [InlineData("(?=a)", "invalid or unsupported Perl syntax: `(?=`")]
    public void Describe_Fault_SaysWhatGoSays(string pattern, string expected) => Assert.Equal($"error parsing regexp: {expected}", RegexpFault.Describe(pattern));
}
