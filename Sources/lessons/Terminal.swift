import ArgumentParser
import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Standard output and standard error.
enum Terminal {
  /// Where text goes.
  enum Stream {
    case output
    case error

    fileprivate var descriptor: Int32 {
      switch self {
      case .output: STDOUT_FILENO
      case .error: STDERR_FILENO
      }
    }
  }

  static func write(_ text: String, to stream: Stream = .output) {
    write(text, to: stream.descriptor)
  }

  /// Whether standard error is a terminal.
  static var isErrorInteractive: Bool { isatty(STDERR_FILENO) == 1 }

  /// The processors that work at once.
  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Whether standard output is a terminal.
  static var isInteractive: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether standard output shows ANSI colors: a terminal, unless `NO_COLOR` is set.
  static var hasColors: Bool { isInteractive && !isColorUnwanted }

  /// The columns for text: those of the terminal, at most as many as read well; 80 elsewhere.
  static var textWidth: Int {
    var size = winsize()
    guard isInteractive, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 80
    }
    return min(Int(size.ws_col), 100)
  }

  /// The convention of no-color.org: set to anything but nothing.
  private static var isColorUnwanted: Bool {
    getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
  }

  static func report(_ diagnostics: [Diagnostic], in source: SourceFile) {
    guard !diagnostics.isEmpty else { return }
    let formatter = DiagnosticFormatter(
      usesColor: isErrorInteractive && !isColorUnwanted
    )
    write(formatter.format(diagnostics, in: source), to: STDERR_FILENO)
  }

  /// Writes a message about something other than a place in a file.
  static func complain(_ message: String) { write(message + "\n", to: STDERR_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes {
        #if canImport(Glibc)
        Glibc.write(descriptor, $0.baseAddress, $0.count)
        #else
        Darwin.write(descriptor, $0.baseAddress, $0.count)
        #endif
      }
      guard written > 0 else { return }
      bytes = bytes.dropFirst(written)
    }
  }
}

/// Files that the user names.
enum InputFile {
  /// The largest file that is read.
  private static let mostBytes = 64 << 20

  /// Reads a file as UTF-8, or ends with a message: 66 where it is not there, 65 where it is no text.
  static func read(_ path: String) throws -> SourceFile {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw end(66, "\(path): error: no such file")
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw end(66, "\(path): error: this is a folder, not a file")
    }
    guard status.st_size <= mostBytes else {
      throw end(
        65,
        "\(path): error: the file has \(status.st_size) bytes; \(mostBytes) is the most"
      )
    }
    guard let bytes = contents(of: path) else {
      throw end(66, "\(path): error: the file cannot be read: \(String(cString: strerror(errno)))")
    }
    let source = SourceFile(name: path, bytes: bytes)
    if let offset = source.firstInvalidByte {
      let diagnostic = Diagnostic(
        "invalid-utf8",
        .error,
        "the byte \(bytes[offset]) here is not valid UTF-8",
        at: SourceSpan(offset, offset + 1),
        help: "save the file as UTF-8"
      )
      Terminal.report([diagnostic], in: source)
      throw ExitCode(65)
    }
    return source
  }

  /// The bytes of a regular file; nil where it is none, is too large, or cannot be read.
  static func bytes(of path: String) -> [UInt8]? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= mostBytes
    else { return nil }
    return contents(of: path)
  }

  private static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// The names of what is in a folder, hidden files aside; nil where it cannot be read.
  static func names(in path: String) -> [String]? {
    allNames(in: path)?.filter { !$0.hasPrefix(".") }
  }

  /// The names of what is in a folder; nil where it cannot be read.
  static func allNames(in path: String) -> [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The name of a folder without what leads to it.
  static func name(ofFolder path: String) -> String {
    let resolved = realpath(path, nil)
    defer { free(resolved) }
    let whole = resolved.map { String(cString: $0) } ?? path
    return whole.split(separator: "/").last.map(String.init) ?? whole
  }

  /// The file that a lesson's name means: here, or in lessons/.
  static func find(_ name: String) -> String {
    var status = stat()
    if stat(name, &status) == 0 || name.contains("/") { return name }
    let other = "lessons/" + name
    return stat(other, &status) == 0 ? other : name
  }

  /// The lessons that a path names: itself, or the .md files in it but for README.md, by name.
  static func lessons(at path: String) throws -> [String] {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return [path] }
    guard let all = names(in: path) else { throw end(66, "\(path): error: cannot be read") }
    let names = all.filter { $0.hasSuffix(".md") && $0 != "README.md" }
    guard !names.isEmpty else { throw end(66, "\(path): error: there are no lessons in it") }
    let base = path.hasSuffix("/") ? path : path + "/"
    return names.sorted { ($0.count, $0) < ($1.count, $1) }.map { base + $0 }
  }

  private static func end(_ code: Int32, _ message: String) -> ExitCode {
    Terminal.complain(message)
    return ExitCode(code)
  }
}
