import ArgumentParser
import Diagnostics
import LessonMarkdown
import LessonRunner

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The command `lessons export`.
struct Export: ParsableCommand {
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case swift
    case package
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Make a Swift program of a lesson.",
    discussion: """
      swift    a script, whose first lines say how to compile it; to standard output, or to a file with -o
      package  a package for 'swift run'; to a folder named for the lesson, or the one that -o names

      Prose becomes comments, and so do cells that do not run to their end. A package depends on the \
      checkout that this tool was built in; --dependency names another, or a URL.

      Examples:
        lessons export lec9.md --to swift -o lec9.swift
        lessons export lec9.md --to package -o lec9
      """
  )

  @Argument(help: "The lesson, an .md file.", completion: .file(extensions: ["md"]))
  var file: String

  @Option(help: "The form to make.")
  var to: Form

  @Option(name: .shortAndLong, help: "The file or folder to write.")
  var output: String?

  @Option(help: "The path or URL of the package that has LessonKit.")
  var dependency: String?

  func run() throws {
    let source = try InputFile.read(InputFile.find(file))
    let lesson = LessonReader.read(source)
    Terminal.report(lesson.diagnostics, in: source)
    guard !lesson.hasErrors else { throw ExitCode(65) }
    let export = LessonExport(lesson.value)
    switch to {
    case .swift:
      guard let output else { return Terminal.write(export.script()) }
      try OutputFile.store(Array(export.script().utf8), at: output)
    case .package: try writePackage(export)
    }
  }

  private func writePackage(_ export: LessonExport) throws {
    let package = try dependency ?? checkout()
    let folder = output ?? export.targetName
    let sources = "\(folder)/Sources/\(export.targetName)"
    for path in [folder, "\(folder)/Sources", sources] {
      guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw OutputFile.failure(path) }
    }
    let manifest = export.manifest(dependency: package)
    try OutputFile.store(Array(manifest.utf8), at: "\(folder)/Package.swift")
    try OutputFile.store(Array(export.mainFile().utf8), at: "\(sources)/main.swift")
  }

  private func checkout() throws -> String {
    if let path = Toolchain.checkout { return path }
    throw ValidationError(
      "this tool lies in no checkout; name the package of LessonKit with '--dependency'"
    )
  }
}
