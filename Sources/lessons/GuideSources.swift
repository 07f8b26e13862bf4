import ArgumentParser
import Rendering

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The files beside the lessons that pages show or link to.
struct GuideSources {
  let folder: String

  /// Whether there is a regular file at a path.
  func has(_ path: String) -> Bool {
    var status = stat()
    return stat(place(of: path), &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Copies files to the same paths in a site.
  func copy(_ paths: [String], into site: SiteFolder) throws {
    for path in Set(paths).sorted() where has(path) {
      guard let bytes = InputFile.bytes(of: place(of: path)) else {
        throw OutputFile.failure(place(of: path))
      }
      try site.add(path, bytes)
    }
  }

  /// The content of images as addresses, by their paths.
  func addresses(of paths: [String]) -> [String: String] {
    var addresses: [String: String] = [:]
    for path in Set(paths) {
      guard let bytes = InputFile.bytes(of: place(of: path)) else { continue }
      addresses[path] = StudyGuide.address(ofImage: path, bytes)
    }
    return addresses
  }

  private func place(of path: String) -> String { folder + "/" + path }
}
