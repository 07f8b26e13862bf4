import ArgumentParser

/// The command-line tool.
@main
struct Lessons: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons",
    abstract: "Runs lecture notes whose Swift blocks compute their own numbers.",
    discussion: """
      A lesson is a Markdown file. Its swift blocks run in a sandbox, and what the lesson says of \
      their results is checked.

      Examples:
        lessons run lec9.md       run a lesson and read it with its outputs
        lessons check             check every lesson in lessons/, as CI does
      """,
    version: "0.1.0",
    subcommands: [Run.self, Check.self, Exec.self, Dump.self, MathCommand.self]
  )

  /// Starts the tool.
  ///
  /// A script by its name alone is run at once: the argument parser finds its way by reflection,
  /// which takes longer than most scripts do.
  static func main() {
    guard let file = Exec.plainFile(in: Array(CommandLine.arguments.dropFirst())) else {
      return main(nil)
    }
    do {
      try Exec.run(file)
    } catch {
      exit(withError: error)
    }
  }
}
