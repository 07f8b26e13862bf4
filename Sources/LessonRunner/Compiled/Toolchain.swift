#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The Swift compiler, and the `LessonKit` that lessons are compiled against.
public struct Toolchain: Sendable {
  /// The path of `swiftc`.
  let compiler: String
  /// The folder with the modules.
  let modules: String
  /// The maps of the C modules that the modules name.
  let moduleMaps: [String]
  /// The folder with the library.
  let libraries: String

  /// The name of the library, without what its file adds.
  private static let libraryName = "LessonKitDynamic"

  /// Finds the toolchain, and what the checkout that the tool lies in has built.
  ///
  /// - Returns: The toolchain.
  /// - Throws: What is missing, with the command that builds it.
  public static func find() throws(CompiledEngineError) -> Toolchain {
    guard let compiler = executable("swiftc") else { throw .noCompiler }
    let tool = ownPath ?? ""
    guard let checkout else { throw .noCheckout(executable: tool) }
    let products = String(tool[..<(tool.lastIndex(of: "/") ?? tool.endIndex)])
    let configuration = products.hasSuffix("/release") ? " -c release" : ""
    #if canImport(Darwin)
    let library = products + "/lib\(libraryName).dylib"
    #else
    let library = products + "/lib\(libraryName).so"
    #endif
    let moduleMaps = Self.moduleMaps(in: checkout)
    for path in [library, products + "/Modules/LessonKit.swiftmodule"] + moduleMaps
    where access(path, R_OK) != 0 {
      throw .notBuilt(
        path: path,
        command: "cd \(checkout) && swift build\(configuration) --product \(libraryName)"
      )
    }
    return Toolchain(
      compiler: compiler,
      modules: products + "/Modules",
      moduleMaps: moduleMaps,
      libraries: products
    )
  }

  /// The targets in C that `LessonKit` stands on.
  private static let cModules = ["CKernels", "CParallel"]

  /// The paths of their maps in a checkout.
  static func moduleMaps(in checkout: String) -> [String] {
    cModules.map { "\(checkout)/Sources/\($0)/include/module.modulemap" }
  }

  /// The folder of the checkout that the tool lies in; nil where it lies in none.
  public static var checkout: String? {
    guard let path = ownPath, let end = path.firstRange(of: "/.build/") else { return nil }
    return String(path[..<end.lowerBound])
  }

  /// The arguments that compile a file to a program.
  func arguments(compiling source: String, to program: String) -> [String] {
    common + [
      source, "-o", program, "-L", libraries, "-l\(Self.libraryName)", "-Xlinker", "-rpath",
      "-Xlinker", libraries,
    ]
  }

  /// The arguments that only find what is wrong with a file.
  func arguments(diagnosing source: String) -> [String] {
    common + ["-emit-sil", source, "-o", "/dev/null"]
  }

  private var common: [String] {
    [
      compiler, "-Onone", "-suppress-warnings", "-diagnostic-style=llvm", "-module-name", "main",
      "-I", modules,
    ] + moduleMaps.flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
  }

  /// The path of a program in one of the folders of `PATH`.
  private static func executable(_ name: String) -> String? {
    guard let path = getenv("PATH") else { return nil }
    return String(cString: path).split(separator: ":").map { "\($0)/\(name)" }
      .first { access($0, X_OK) == 0 }
  }

  /// The path of the running tool, links followed.
  private static var ownPath: String? {
    #if canImport(Darwin)
    var size = UInt32(PATH_MAX)
    var buffer = [CChar](repeating: 0, count: Int(size))
    guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
    guard let path = realpath(buffer, nil) else { return nil }
    #else
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    #endif
    defer { free(path) }
    return String(cString: path)
  }
}
