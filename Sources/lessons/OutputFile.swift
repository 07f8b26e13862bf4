import ArgumentParser

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Files that the tool writes.
enum OutputFile {
  /// Replaces a file's content in one step, keeping its permissions: it is never seen half written.
  static func replace(_ path: String, with bytes: [UInt8]) throws {
    // A link stays a link: what it points to is replaced.
    guard let resolved = realpath(path, nil) else { throw failure(path) }
    defer { free(resolved) }
    let target = String(cString: resolved)
    var status = stat()
    guard stat(target, &status) == 0 else { throw failure(path) }
    try put(bytes, at: target, mode: status.st_mode & 0o7777, named: path)
  }

  /// Writes a file in one step, whether or not it is there.
  static func store(_ bytes: [UInt8], at path: String) throws {
    try put(bytes, at: path, mode: 0o644, named: path)
  }

  private static func put(
    _ bytes: [UInt8],
    at target: String,
    mode: mode_t,
    named path: String
  ) throws {
    let temporary = target + ".\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    guard writeAll(bytes, to: descriptor), fchmod(descriptor, mode) == 0,
      fsync(descriptor) == 0, close(descriptor) == 0, rename(temporary, target) == 0
    else {
      let error = failure(path)
      unlink(temporary)
      throw error
    }
  }

  /// Writes a file in a folder that no one looks into yet.
  static func create(_ path: String, with bytes: [UInt8]) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    let isWritten = writeAll(bytes, to: descriptor)
    guard close(descriptor) == 0, isWritten else { throw failure(path) }
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }

  /// Says why a file cannot be written, and returns the exit code for it.
  static func failure(_ path: String) -> ExitCode {
    Terminal.complain("\(path): error: cannot be written: \(String(cString: strerror(errno)))")
    return ExitCode(66)
  }
}
