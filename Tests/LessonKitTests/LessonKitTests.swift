import Foundation
import Script
import ScriptLibrary
import Testing

private let root = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

@Suite("LessonKit has what lessons are published")
struct LessonKitTests {
  @Test("the forms without 'throws' are those of the engine's declarations")
  func formsAreCurrent() throws {
    let forms = try TrappingForms(of: root.appending(path: "Sources/Engine"))
    let folder = root.appending(path: "Sources/LessonKit/Trapping")
    #expect(forms.files.count > 5)
    let stored = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(stored) == Set(forms.files.keys.map { $0 + ".swift" }))
    for (name, text) in forms.files {
      let file = folder.appending(path: name + ".swift")
      let isCurrent = (try? String(contentsOf: file, encoding: .utf8)) == text
      #expect(isCurrent, "\(name).swift is not what the engine declares: record it")
      if !isCurrent, ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
    }
  }

  @Test("every published signature compiles against LessonKit, in its spelling")
  func signaturesCompile() throws {
    let library = makeLessonLibrary()
    let types = Dictionary(uniqueKeysWithValues: library.types.map { ($0.name, $0) })
    let uses = library.functions.enumerated().map { index, function in
      SignatureUse(function, index: index, types: types).text
    }
    #expect(uses.count > 500)
    let source = FileManager.default.temporaryDirectory
      .appending(path: "signatures-\(ProcessInfo.processInfo.processIdentifier).swift")
    defer { try? FileManager.default.removeItem(at: source) }
    try ("import LessonKit\n" + uses.joined()).write(to: source, atomically: true, encoding: .utf8)
    let compiler = Process()
    compiler.executableURL = URL(filePath: "/usr/bin/env")
    compiler.arguments = [
      "swiftc", "-typecheck", "-swift-version", "6", "-suppress-warnings",
      "-I", root.appending(path: ".build/debug/Modules").path,
      "-I", root.appending(path: "Sources/CKernels/include").path,
      "-I", root.appending(path: "Sources/CParallel/include").path, source.path,
    ]
    let output = Pipe()
    compiler.standardError = output
    try compiler.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    compiler.waitUntilExit()
    let errors = text.split(separator: "\n").filter { $0.contains("error:") }
    #expect(errors == [])
    #expect(compiler.terminationStatus == 0)
  }
}
