import Foundation
import Testing

@Suite("Exported lessons", .serialized)
struct ExportTests {
  private static let lesson = """
    ---
    title: T
    seed: 3
    ---

    # Title of *it*

    ```swift
    let z: Tensor = [5, 2, -1, 3]
    softmax(z)  // → [0.842, …]
    ```

    ```output
    [0.842, 0.042, 0.002, 0.114]
    ```

    ```swift fails
    z[9]
    ```

    ```swift exercise=half
    func half(_ x: Double) -> Double { x }
    expect(half(5) == 2.5)
    ```

    ```swift solution=half
    func half(_ x: Double) -> Double { x / 2 }
    ```

    ```swift
    var generator = SeededGenerator()
    expect(generator.nextUniform() == SeededGenerator(seed: 3).first)
    print("done")
    ```

    The end.

    """.replacing("SeededGenerator(seed: 3).first", with: "first()")
    .replacing(
      "var generator = SeededGenerator()",
      with: "var generator = SeededGenerator()\n"
        + "func first() -> Double { var other = SeededGenerator(seed: 3); return other.nextUniform() }"
    )

  /// What the program prints.
  private static let printed = "[0.842034, 0.041922, 0.002087, 0.113957]\ndone\n"

  private static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private func run(_ arguments: [String], in folder: URL) throws -> (status: Int32, output: String)
  {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test("a script compiles by the command in its first lines, and prints what the lesson shows")
  func script() throws {
    try CommandLine.inFolder(["my lesson.md": Self.lesson]) { tool in
      let export = try tool.run("export", "my lesson.md", "--to", "swift", "-o", "my_lesson.swift")
      #expect(export.status == 0)
      let text = String(decoding: try tool.read("my_lesson.swift"), as: UTF8.self)
      #expect(text.contains("// # Title of *it*\n"))
      #expect(text.contains("// (this ends the program)\n//     z[9]\n"))
      #expect(!text.contains("title: T"))
      #expect(!text.contains("```"))
      let command = text.split(separator: "\n").drop { !$0.hasPrefix("//     ") }
        .prefix { $0.hasPrefix("//     ") }
        .map { $0.dropFirst(7).replacing("\\", with: "") }.joined(separator: " ")
      let (status, _) = try run(["LESSONS=\(Self.checkout)", "sh", "-c", command], in: tool.folder)
      #expect(status == 0)
      let (ending, printed) = try run(["./my_lesson"], in: tool.folder)
      #expect(ending == 0)
      #expect(printed == Self.printed)
    }
  }

  @Test("a package builds unchanged, and prints the same")
  func package() throws {
    try CommandLine.inFolder(["lec.md": Self.lesson]) { tool in
      #expect(try tool.run("export", "lec.md", "--to", "package").status == 0)
      let arguments = ["swift", "run", "--package-path", "lec", "--quiet"]
      let (status, printed) = try run(arguments, in: tool.folder)
      #expect(status == 0)
      #expect(printed == Self.printed)
    }
  }

  @Test("a package may depend on a URL")
  func url() throws {
    try CommandLine.inFolder(["lec.md": Self.lesson]) { tool in
      let url = "https://example.org/notes/lessons.git"
      let arguments = ["export", "lec.md", "--to", "package", "-o", "p", "--dependency", url]
      #expect(try tool.run(arguments).status == 0)
      let manifest = String(decoding: try tool.read("p/Package.swift"), as: UTF8.self)
      #expect(manifest.contains(".package(url: \"\(url)\", branch: \"main\")"))
      #expect(manifest.contains("package: \"lessons\""))
    }
  }
}
