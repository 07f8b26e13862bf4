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

  /// Returns what each of the programs prints that stand behind one another in one file, or nothing
  /// where the file does not compile, or a program ends it.
  static func outputs(of programs: [String]) throws -> [String]? {
    let mark = "== the end of a program"
    let file = programs.map { $0 + "\nprint(\"\(mark)\")\n" }.joined()
    guard let output = try output(of: file) else { return nil }
    let parts = output.components(separatedBy: mark + "\n")
    // Nothing is printed behind the last mark.
    guard parts.count == programs.count + 1 else { return nil }
    return parts.dropLast()
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
