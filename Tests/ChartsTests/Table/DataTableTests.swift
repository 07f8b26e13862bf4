import Charts
import Testing

@Suite("Data tables")
struct DataTableTests {
  @Test("a series is a table with the names of the axes")
  func series() {
    let chart = Chart("Cost") {
      LineMark(x: [0, 1], y: [2.5, 0.25]).foregroundStyle(by: "train <1>")
      RuleMark(y: 1)
    }
    .chartXAxisLabel("epoch")
    #expect(
      chart.dataTables.map(\.html) == [
        """
        <table>
        <caption>Cost: train &lt;1&gt;</caption>
        <thead><tr><th scope="col">epoch</th><th scope="col">y</th></tr></thead>
        <tbody>
        <tr><td>0</td><td>2.5</td></tr>
        <tr><td>1</td><td>0.25</td></tr>
        </tbody>
        </table>

        """
      ]
    )
    #expect(chart.dataTables.map(\.text) == ["Cost: train <1>\nepoch\ty\n0\t2.5\n1\t0.25\n"])
  }

  @Test("a long series is shown in rows at equal distances, and says so")
  func long() throws {
    let x = (0...1000).map(Double.init)
    let table = try #require(Chart { LineMark(x: x, y: x) }.dataTables.first)
    #expect(table.caption == "LineMark (50 of 1001 rows)")
    #expect(table.rows.count == DataTable.mostRows)
    #expect(table.rows.first == ["0", "0"] && table.rows.last == ["1000", "1000"])
  }

  @Test("a histogram is a table of its bins")
  func histogram() throws {
    let table = try #require(Chart { HistogramMark([0, 1, 1.5, 3], bins: 3) }.dataTables.first)
    #expect(table.header == ["from", "to", "count"])
    #expect(table.rows == [["0", "1", "1"], ["1", "2", "2"], ["2", "3", "1"]])
  }

  @Test("series of different lengths, which no chart draws, still make no crash")
  func unequal() {
    #expect(Chart { LineMark(x: [1, 2, 3], y: [1]) }.dataTables.first?.rows == [["1", "1"]])
    #expect(Chart { LineMark(x: [Double](), y: []) }.dataTables.isEmpty)
  }
}
