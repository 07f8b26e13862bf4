import ArgumentParser

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder of pages that is made beside the old one and takes its place in one step.
///
/// A list in it names the files of the build, so that the next build knows them from those of others:
/// these move along, and are never written over.
final class SiteFolder {
  private let path: String
  private let new: String
  private var names: Set<String> = []

  private static let listName = ".lessons-files"

  init(at path: String) {
    let resolved = realpath(path, nil)
    defer { free(resolved) }
    self.path = resolved.map { String(cString: $0) } ?? path.trimmingSlashes
    new = self.path + ".\(getpid()).new"
  }

  deinit { Self.remove(new) }

  /// Adds a file by its path in the folder.
  func add(_ name: String, _ bytes: [UInt8]) throws {
    try makeFolders(for: name)
    try OutputFile.create(new + "/" + name, with: bytes)
    names.insert(name)
  }

  /// Adds the PDF of a page that has been added.
  func print(_ page: String, with printer: PDFPrinter) throws {
    let name = page.replacing(/\.html$/, with: ".pdf")
    try printer.print(new + "/" + page, to: new + "/" + name)
    names.insert(name)
  }

  /// Puts the folder into its place.
  func publish() throws {
    let list = names.sorted().map { $0 + "\n" }.joined()
    try add(Self.listName, Array(list.utf8))
    var status = stat()
    guard stat(path, &status) == 0 else {
      try makeParents()
      guard rename(new, path) == 0 else { throw OutputFile.failure(path) }
      return
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw Self.end("\(path): error: this is a file, not a folder")
    }
    try keepForeignFiles()
    guard exchange(new, path) else { throw OutputFile.failure(path) }
    // What was there before is now at `new`, and goes with it.
  }
}

// MARK: - What others put there

extension SiteFolder {
  /// Links the files that no build made into the new folder.
  private func keepForeignFiles() throws {
    let list = InputFile.bytes(of: path + "/" + Self.listName) ?? []
    let old = Set(String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init))
    for name in Self.files(in: path) where !old.contains(name) && name != Self.listName {
      guard !names.contains(name) else {
        throw Self.end(
          "\(path)/\(name): error: this file is not of an earlier build, and stays; "
            + "move it, or build into another folder"
        )
      }
      try makeFolders(for: name)
      guard link(path + "/" + name, new + "/" + name) == 0 else {
        throw OutputFile.failure(new + "/" + name)
      }
    }
  }

  /// The paths of all files in a folder and below; links are not followed.
  private static func files(in folder: String) -> [String] {
    var files: [String] = []
    var folders = [""]
    while let prefix = folders.popLast() {
      for name in InputFile.allNames(in: folder + "/" + prefix) ?? [] {
        let isFolder = kind(folder + "/" + prefix + name) == S_IFDIR
        if isFolder { folders.append(prefix + name + "/") } else { files.append(prefix + name) }
      }
    }
    return files.sorted()
  }

  private static func kind(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }
}

// MARK: - Steps

extension SiteFolder {
  private func makeFolders(for name: String) throws {
    guard mkdir(new, 0o777) == 0 || errno == EEXIST else {
      guard errno == ENOENT else { throw OutputFile.failure(new) }
      try makeParents()
      return try makeFolders(for: name)
    }
    var folder = new
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw OutputFile.failure(folder) }
    }
  }

  private func makeParents() throws {
    var folder = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/").dropLast() {
      folder += part + "/"
      guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw OutputFile.failure(folder) }
    }
  }

  /// Swaps two folders in one step, or in two where the file system cannot.
  private func exchange(_ first: String, _ second: String) -> Bool {
    #if canImport(Glibc)
    // Swift's Glibc module does not have this function.
    typealias Rename =
      @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
    let exchangeFlag: UInt32 = 1 << 1
    let isSwapped =
      dlsym(nil, "renameat2").map { symbol in
        unsafeBitCast(symbol, to: Rename.self)(AT_FDCWD, first, AT_FDCWD, second, exchangeFlag) == 0
      } ?? false
    #else
    let isSwapped = renamex_np(first, second, UInt32(RENAME_SWAP)) == 0
    #endif
    if isSwapped { return true }
    let old = second + ".\(getpid()).old"
    guard rename(second, old) == 0 else { return false }
    guard rename(first, second) == 0 else {
      rename(old, second)
      return false
    }
    return rename(old, first) == 0
  }

  /// Removes a folder with all in it; links are removed, not followed.
  private static func remove(_ folder: String) {
    guard kind(folder) == S_IFDIR else { return }
    for name in InputFile.allNames(in: folder) ?? [] {
      let path = folder + "/" + name
      if kind(path) == S_IFDIR { remove(path) } else { unlink(path) }
    }
    rmdir(folder)
  }

  private static func end(_ message: String) -> ExitCode {
    Terminal.complain(message)
    return ExitCode(66)
  }
}

extension String {
  fileprivate var trimmingSlashes: String {
    let end = lastIndex { $0 != "/" }.map(index(after:)) ?? startIndex
    return isEmpty || end == startIndex ? self : String(self[..<end])
  }
}
