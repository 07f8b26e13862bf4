import Foundation
import Testing

/// The built tool, run in a folder of its own.
struct CommandLine {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  let folder: URL

  /// The executable beside the test bundle.
  private static let tool: URL = {
    #if os(macOS)
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? Bundle.main
    return bundle.bundleURL.deletingLastPathComponent().appending(path: "lessons")
    #else
    return Bundle.main.bundleURL.appending(path: "lessons")
    #endif
  }()

  /// The lessons of the project.
  static let course = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../lessons").standardizedFileURL

  /// Makes a folder with files, and removes it when the body is done.
  static func inFolder<Result>(
    _ files: [String: String] = [:],
    _ body: (CommandLine) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let commandLine = CommandLine(folder: folder)
    for (name, text) in files { try commandLine.write(name, Data(text.utf8)) }
    return try body(commandLine)
  }

  func write(_ name: String, _ data: Data) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try data.write(to: file)
  }

  func read(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

  /// Runs the tool to its end.
  func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  /// Runs the tool to its end, with its own environment where one is given.
  func run(_ arguments: [String], environment: [String: String]? = nil) throws -> Outcome {
    let process = Process()
    if let environment { process.environment = environment }
    process.executableURL = Self.tool
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let (output, errors) = (folder.appending(path: ".out"), folder.appending(path: ".err"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "the tool crashed")
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    )
  }
}
