import Foundation
import Testing

@Suite("The authoring guide is true")
struct AuthoringGuideTests {
  /// The blocks of `lessons/README.md` in one of the languages, in order.
  private func examples(in languages: Set<String>) throws -> [String] {
    let guide = try String(
      contentsOf: CommandLine.course.appending(path: "README.md"),
      encoding: .utf8
    )
    var examples: [String] = []
    var (fence, isWanted, lines) = ("", false, [String]())
    for line in guide.split(separator: "\n", omittingEmptySubsequences: false) {
      if fence.isEmpty {
        let ticks = line.prefix { $0 == "`" }
        guard ticks.count >= 3 else { continue }
        (fence, isWanted) = (String(ticks), languages.contains(String(line.dropFirst(ticks.count))))
      } else if line == fence {
        if isWanted { examples.append(lines.joined(separator: "\n")) }
        (fence, lines) = ("", [])
      } else {
        lines.append(String(line))
      }
    }
    return examples
  }

  @Test("its examples make up a lesson in which every check holds")
  func examplesHold() throws {
    let examples = try examples(in: ["yaml", "markdown"])
    #expect(examples.count >= 8)
    let lesson = examples.joined(separator: "\n\n") + "\n"
    try CommandLine.inFolder(["guide.md": lesson]) { tool in
      let outcome = try tool.run("check", "guide.md")
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
      #expect(outcome.errors == "")
      #expect(outcome.output.contains("guide.md: "))
    }
  }

  @Test("what it says to run runs")
  func commandsRun() throws {
    let commands = try examples(in: ["sh"]).flatMap { $0.split(separator: "\n") }
    #expect(!commands.isEmpty)
    for command in commands {
      let words = command.split(separator: " ").map(String.init)
      #expect(words.first == "lessons")
      try CommandLine.inFolder { tool in
        let lessons = tool.folder.appending(path: "lessons")
        try FileManager.default.copyItem(at: CommandLine.course, to: lessons)
        let outcome = try tool.run(Array(words.dropFirst()))
        #expect(outcome.status == 0, "\(command): \(outcome.errors)")
      }
    }
  }
}
