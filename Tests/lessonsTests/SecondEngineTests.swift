import Foundation
import Testing

/// What `--engine` does, as a user sees it.
@Suite("The second engine", .serialized)
struct SecondEngineTests {
  private static let whole = """
    ---
    title: T
    seed: 7
    ---

    - in a list

      ```swift id=values
      let z: Tensor = [5, 2, -1, 3]
      let t = exp(z)  // → [148.4, …, 20.1]
      var counts = [1, 2]
      func grow(_ step: Int) -> Int {
        counts.append(step)  // → nothing to see
        return counts.count
      }
      print("é", grow(3))  // Prints "é 3"
      t.sum()
      ```

      ```output
      é 3
      176.256
      ```

    The sum is 176.3<!-- = t.sum() -->, and $a = 0.842$<!-- = softmax(z)[0] -->.

    ```swift fails
    print("before")
    counts.append(9)
    counts[17]
    ```

    ```output
    before
    error: index 17 is out of range: the array has 4 elements
    ```

    ```swift rejected
    let text: String = 5
    ```

    ```swift
    var generator = SeededGenerator()
    print(counts, generator.nextUniform())
    Chart("Cost") { LineMark(y: [3, 1, 2]) }
    ```

    ```swift exercise=half
    func half(_ x: Double) -> Double { x }
    expect(half(5) == 2.5)
    ```

    ```swift solution=half
    func half(_ x: Double) -> Double { x / 2 }
    ```

    """.replacing("  // → nothing to see", with: "")

  @Test(
    "outputs, expectations, claims, figures, failures and exercises are those of the interpreter"
  )
  func agrees() throws {
    try CommandLine.inFolder(["a.md": Self.whole]) { tool in
      #expect(try tool.run("run", "--write", "a.md").status == 0)
      let both = try tool.run("check", "--engine", "both", "a.md")
      #expect(both.errors.isEmpty)
      #expect(both.status == 0)
      let reports = try ["interpreter", "swiftc"].map {
        try tool.run("run", "--engine", $0, "--format", "json", "a.md")
      }
      #expect(reports[0].output.contains("\"figure\":\"cost\""))
      #expect(reports[0].output == reports[1].output)
    }
  }

  @Test("what does not hold is reported at its place, and what relies on a failure is skipped")
  func reports() throws {
    let lesson = """
      ```swift
      let a = 2 + 2  // → 5
      expect(a == 5, "five")
      ```

      ```swift
      let b: Int = "text"
      ```

      ```swift
      print(b)
      ```

      ```swift
      let list = [a]
      print(list[a])
      ```

      ```swift
      print("never")
      ```

      The number is 3<!-- = a -->.
      """
    try CommandLine.inFolder(["a.md": lesson]) { tool in
      let run = try tool.run("check", "--engine", "swiftc", "a.md")
      #expect(run.status == 1)
      let places = run.errors.split(separator: "\n").compactMap { line in
        line.firstRange(of: ": error:").map { String(line[..<$0.lowerBound]) }
      }
      #expect(places == ["a.md:2:23", "a.md:3:1", "a.md:7:14", "a.md:16:1"])
      #expect(run.errors.contains("cannot convert value of type 'String' to specified type 'Int'"))
      #expect(run.errors.contains("Index out of range"))
      #expect(run.output.contains("2 cells skipped"))
    }
  }

  @Test("a lesson that asks for all of Swift runs where that is allowed, and nowhere else")
  func asks() throws {
    let lesson = """
      ---
      engine: swiftc
      ---

      ```swift
      final class Counter { var count = 0 }
      func twice<T>(_ value: T) -> [T] { [value, value] }
      let counter = Counter()
      counter.count += 2  // → 2
      print(twice(counter.count))
      ```

      ```output
      [2, 2]
      ```

      It is 2<!-- = counter.count -->.
      """
    try CommandLine.inFolder(["a.md": lesson]) { tool in
      for refused in [["check", "a.md"], ["run", "a.md"], ["check", "--engine", "both", "a.md"]] {
        let run = try tool.run(refused)
        #expect(run.status == 1)
        #expect(run.errors.contains("error: this lesson asks for 'engine: swiftc'"))
        #expect(run.errors.contains("'--engine swiftc'"))
      }
      let run = try tool.run("check", "--engine", "swiftc", "a.md")
      #expect(run.status == 0)
      #expect(run.output.hasPrefix("✓ passed  a.md: 3 of 3 checks hold"))
      try tool.write("b.md", Data(lesson.replacing("swiftc", with: "lua").utf8))
      #expect(try tool.run("check", "b.md").errors.contains("there is no engine 'lua'"))
    }
  }

  @Test(
    "an endless cell and one that prints without end are stopped",
    arguments: [
      ("while true {}", "this took more than 1.0 seconds"),
      ("while true { print(\"and on\") }", "this printed more than 1000 bytes"),
    ]
  )
  func stops(_ code: String, _ message: String) throws {
    let lesson = "---\nlimits: { time: 1, output: 1000 }\n---\n\n```swift\n\(code)\n```\n"
    try CommandLine.inFolder(["a.md": lesson]) { tool in
      let run = try tool.run("check", "--engine", "swiftc", "a.md")
      #expect(run.status == 1)
      #expect(run.errors.contains(message))
    }
  }

  @Test("without a compiler it says what is missing")
  func withoutCompiler() throws {
    try CommandLine.inFolder(["a.md": "```swift\n1\n```\n"]) { tool in
      let run = try tool.run(
        ["check", "--engine", "swiftc", "a.md"],
        environment: ["PATH": "/nowhere"]
      )
      #expect(run.status == 69)
      #expect(run.errors.hasPrefix("error: '--engine swiftc' needs a Swift toolchain"))
    }
  }
}
