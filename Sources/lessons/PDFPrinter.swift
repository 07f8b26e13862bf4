import ArgumentParser

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Prints pages to PDF with a Chromium that is installed.
struct PDFPrinter {
  private let program: String

  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
  ]

  /// The seconds that printing a page may take, and those between two looks at whether it is done.
  private static let patience = 120.0
  private static let pause = 0.01

  /// Finds the program, or ends with a message.
  init() throws {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let places = path.split(separator: ":").flatMap { folder in
      Self.names.map { "\(folder)/\($0)" }
    }
    let application = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    guard let program = (places + [application]).first(where: isExecutable) else {
      Terminal.complain(
        "error: no Chromium was found; '--pdf' needs one of \(Self.names.joined(separator: ", ")) "
          + "in the PATH; or print the pages from a browser"
      )
      throw ExitCode(66)
    }
    self.program = program

    func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 }
  }

  /// Prints a page.
  func print(_ page: String, to file: String) throws {
    let resolved = realpath(page, nil)
    defer { free(resolved) }
    let address = "file://" + (resolved.map { String(cString: $0) } ?? page)
    var arguments = [
      program, "--headless", "--disable-gpu", "--no-pdf-header-footer",
      "--print-to-pdf=\(file)", address,
    ]
    // Chromium's sandbox does not run for root.
    if geteuid() == 0 { arguments.insert("--no-sandbox", at: 1) }
    guard run(arguments) == 0, access(file, R_OK) == 0 else {
      Terminal.complain("\(page): error: '\(program)' could not print it")
      throw ExitCode(66)
    }
  }

  /// Waits for the end of a program, and ends it where it takes too long; returns its status.
  private func end(of process: pid_t) -> Int32 {
    var status: Int32 = 0
    for _ in 0..<Int(Self.patience / Self.pause) {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return status }
      guard ended == 0 else { return -1 }
      usleep(useconds_t(Self.pause * 1e6))
    }
    kill(process, SIGKILL)
    waitpid(process, &status, 0)
    return -1
  }

  /// Runs a program, silently; returns its status.
  private func run(_ arguments: [String]) -> Int32 {
    #if canImport(Glibc)
    var actions = posix_spawn_file_actions_t()
    #else
    var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var process: pid_t = 0
    guard posix_spawn(&process, arguments[0], &actions, nil, &pointers, environ) == 0 else {
      return -1
    }
    return end(of: process)
  }
}
