using System.Collections;

namespace Kim.Market.Web.Printing;

/// <summary>The dark squares of a code for a camera, as the fewest boxes that lie in one row each.</summary>
internal static class CodeRuns
{
    public static IEnumerable<(int Row, int From, int Length)> Of(IReadOnlyList<BitArray> code)
    {
        for (var row = 0; row < code.Count; row++)
        {
            for (var column = 0; column < code.Count; column++)
            {
                var from = column;
                while (column < code.Count && code[row][column])
                {
                    column++;
                }

                if (column > from)
                {
                    yield return (row, from, column - from);
                }
            }
        }
    }
}
