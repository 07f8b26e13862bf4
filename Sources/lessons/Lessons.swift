import ArgumentParser

/// The command-line tool.
@main
struct Lessons: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons",
    abstract: "Runs lecture notes whose Swift blocks compute their own numbers.",
    version: "0.1.0",
    subcommands: [Run.self, Check.self, Exec.self, Dump.self]
  )
}
