#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder for the files of one compiled lesson, which is removed at the end.
struct WorkFolder: ~Copyable {
  private let path: String

  /// Makes the folder, where the system keeps temporary files.
  init() throws(CompiledEngineError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/lessons-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw .file(path: parent, code: errno) }
    path = String(cString: made)
  }

  deinit {
    guard let folder = opendir(path) else { return }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { unlink("\(path)/\(name)") }
    }
    closedir(folder)
    rmdir(path)
  }

  /// The path of a file in it.
  func path(of name: String) -> String { "\(path)/\(name)" }

  /// Makes a file to be written to, at its end alone.
  ///
  /// - Returns: Its descriptor, which the caller closes.
  func open(_ name: String) throws(CompiledEngineError) -> Int32 {
    let file = path(of: name)
    let flags = O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC
    #if canImport(Glibc)
    let descriptor = Glibc.open(file, flags, 0o600)
    #else
    let descriptor = Darwin.open(file, flags, 0o600)
    #endif
    guard descriptor >= 0 else { throw .file(path: file, code: errno) }
    return descriptor
  }

  /// Writes a file.
  func write(_ text: String, to name: String) throws(CompiledEngineError) {
    let descriptor = try open(name)
    defer { close(descriptor) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      #if canImport(Glibc)
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      #else
      let count = bytes.withUnsafeBytes { Darwin.write(descriptor, $0.baseAddress, $0.count) }
      #endif
      guard count > 0 else { throw .file(path: path(of: name), code: errno) }
      bytes = bytes.dropFirst(count)
    }
  }
}

/// The bytes of an open file.
func contents(of descriptor: Int32) -> [UInt8] {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = pread(descriptor, &buffer, buffer.count, off_t(bytes.count))
    guard count > 0 else { return bytes }
    bytes += buffer[..<count]
  }
}
