import Diagnostics
import LessonModel

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The folder beside a lesson that keeps its figures.
struct FigureFolder {
  private let path: String

  /// The folder of a lesson, which need not be there.
  init(of lesson: Lesson) {
    let file = lesson.file.name
    let parent = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    path = parent + lesson.figureFolder
  }

  /// The SVG files in it, by name; what cannot be read is left out.
  var files: [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in InputFile.names(in: path) ?? [] where name.hasSuffix(".svg") {
      files[name] = InputFile.bytes(of: path + "/" + name)
    }
    return files
  }

  /// Stores figures.
  ///
  /// - Parameter figures: The figures.
  /// - Returns: The number of files that changed.
  /// - Throws: The exit code, where a file cannot be written.
  func store(_ figures: [Figure]) throws -> Int {
    guard !figures.isEmpty else { return 0 }
    let stored = files
    let changed = figures.filter { figure in
      stored[figure.fileName].map { !$0.elementsEqual(figure.svg.utf8) } ?? true
    }
    guard !changed.isEmpty else { return 0 }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw OutputFile.failure(path) }
    for figure in changed {
      try OutputFile.store(Array(figure.svg.utf8), at: path + "/" + figure.fileName)
    }
    return changed.count
  }
}
