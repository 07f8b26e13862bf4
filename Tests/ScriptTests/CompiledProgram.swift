import Foundation

/// Programs that the real compiler builds: what they print.
enum CompiledProgram {
  /// Returns what a program prints, or nothing where it does not compile.
  static func output(of program: String) throws -> String? {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // The names of types are printed with their module's, which is `main`.
    try Data(program.utf8).write(to: folder.appending(path: "main.swift"))
    // Run by the compiler itself: a program that is linked takes four times as long.
    let command = ["swift-frontend", "-interpret", "-suppress-warnings", "main.swift"]
    let (status, output) = try run(command, in: folder)
    return status == 0 ? output : nil
  }

  private static func run(
    _ command: [String],
    in folder: URL
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
