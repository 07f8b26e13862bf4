import Diagnostics
public import LessonModel

/// A lesson as a Swift program of its own, which imports `LessonKit`; its prose stands in comments.
public struct LessonExport: Sendable {
  private let lesson: Lesson
  private let program: LessonProgram

  /// The language mode that top-level code of lessons is compiled in: its variables are shared by
  /// functions without further ado.
  private static let languageMode = 5

  /// Reads a lesson.
  public init(_ lesson: Lesson) {
    self.lesson = lesson
    program = LessonProgram(lesson)
  }

  /// The name of the lesson's file as the name of a Swift target.
  public var targetName: String {
    let file = lesson.file.name.split(separator: "/").last.map { String($0) } ?? ""
    let name = file.hasSuffix(".md") ? String(file.dropLast(3)) : file
    let plain = name.unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        ? String(scalar) : "_"
    }.joined()
    return plain.first?.isLetter == true ? plain : "lesson_" + plain
  }

  // MARK: - Files

  /// Returns the program, to be compiled by itself.
  public func script() -> String {
    let moduleMaps = Toolchain.moduleMaps(in: "$LESSONS").map { "-Xcc -fmodule-map-file=\($0)" }
    let command = """
      // Made from \(fileName) by 'lessons export'. With LESSONS set to a checkout of lessons in which
      // 'swift build' has run, this compiles it:
      //
      //     swiftc \(targetName).swift -I $LESSONS/.build/debug/Modules \\
      //       \(moduleMaps.joined(separator: " \\\n//       ")) \\
      //       -L $LESSONS/.build/debug -lLessonKitDynamic -Xlinker -rpath -Xlinker $LESSONS/.build/debug

      """
    return command + body()
  }

  /// Returns the program as the main file of a package.
  public func mainFile() -> String {
    "// Made from \(fileName) by 'lessons export'.\n" + body()
  }

  /// Returns the manifest of the package.
  ///
  /// - Parameter dependency: Where the package of `LessonKit` is: a path, or a URL.
  /// - Returns: The text of `Package.swift`.
  public func manifest(dependency: String) -> String {
    let place = Self.quoted(dependency)
    let package =
      dependency.contains("://")
      ? ".package(url: \(place), branch: \"main\")" : ".package(name: \"lessons\", path: \(place))"
    let identity =
      dependency.contains("://")
      ? dependency.split(separator: "/").last.map { String($0).replacing(".git", with: "") }
        ?? "lessons"
      : "lessons"
    return """
      // swift-tools-version: 6.1
      import PackageDescription

      let package = Package(
        name: "\(targetName)",
        platforms: [.macOS(.v14)],
        dependencies: [\(package)],
        targets: [
          .executableTarget(
            name: "\(targetName)",
            dependencies: [.product(name: "LessonKit", package: \(Self.quoted(identity)))]
          )
        ],
        swiftLanguageModes: [.v\(Self.languageMode)]
      )

      """
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private var fileName: String {
    let name = lesson.file.name.split(separator: "/").last.map { String($0) } ?? lesson.file.name
    return name.replacing("\n", with: " ")
  }

  // MARK: - The program

  private func body() -> String {
    var text = "import LessonKit\n\n"
    if let seed = lesson.frontMatter.seed {
      text += "extension SeededGenerator { init() { self.init(seed: \(seed)) } }\n\n"
    }
    var line = lesson.firstLineOfText
    for cell in lesson.cells {
      let first = lesson.file.line(at: cell.fenceSpan.start)
      text += prose(line..<first)
      text += code(of: cell)
      let end = cell.storedOutput?.fenceSpan.end ?? cell.fenceSpan.end
      line = lesson.file.line(at: max(end - 1, 0)) + 1
    }
    return text + prose(line..<lesson.file.lineCount + 1)
  }

  /// Lines of the lesson as comments.
  private func prose(_ lines: Range<Int>) -> String {
    let texts = lines.map { line in
      lesson.file.text(in: lesson.file.span(ofLine: line)).filter { !$0.isNewline }
    }
    let shown = texts.drop { $0.allSatisfy(\.isWhitespace) }
      .reversed().drop { $0.allSatisfy(\.isWhitespace) }.reversed()
    guard !shown.isEmpty else { return "\n" }
    return "\n" + comment(Array(shown)) + "\n"
  }

  private func comment(_ lines: [String]) -> String {
    lines.map { $0.isEmpty ? "//\n" : "// \($0)\n" }.joined()
  }

  private func code(of cell: Cell) -> String {
    if let reason = Self.reasonToLeaveOut(cell) {
      let lines = cell.code.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      return comment(["(\(reason))"] + lines.map { "    \($0)" })
    }
    guard let compiled = program.cells[cell.index] else { return "" }
    guard case .solution(let name) = cell.attributes.role else { return compiled.shownCode }
    let expectations = program.exercise(name)?.expectations ?? []
    return "do {\n" + cell.code.text + expectations.map { $0 + "\n" }.joined() + "}\n"
  }

  /// Why a cell is no part of a program that runs to its end; nil where it is.
  private static func reasonToLeaveOut(_ cell: Cell) -> String? {
    switch (cell.attributes.mode, cell.attributes.role) {
    case (_, .exercise(let name)): "exercise '\(name)'"
    case (.noRun, _): "not run"
    case (.rejected, _): "this does not compile"
    case (.fails, _): "this ends the program"
    case (.run, .plain), (.run, .solution): nil
    }
  }
}

extension Lesson {
  /// The line behind the front matter.
  fileprivate var firstLineOfText: Int {
    let lines = (1...max(1, file.lineCount)).lazy.map { line in
      file.text(in: file.span(ofLine: line)).filter { !$0.isWhitespace }
    }
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(where: { $0 == "---" })
    else {
      return 1
    }
    return lines.distance(from: lines.startIndex, to: end) + 2
  }
}
