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
        lessons build -o site     make a study guide of HTML pages
      """,
    version: "0.1.0",
    subcommands: [
      Run.self, Check.self, Build.self, Exec.self, Export.self, Dump.self, MathCommand.self,
    ]
  )

  /// Starts the tool.
  ///
  /// A command that names files and asks for nothing else runs at once: the argument parser finds
  /// its way by reflection, which takes longer than most scripts do.
  static func main() {
    guard var command = plainCommand(Array(CommandLine.arguments.dropFirst())) else {
      return main(nil)
    }
    do {
      try command.run()
    } catch {
      exit(withError: error)
    }
  }

  /// Returns the command of a line such as `run lec9.md`; nil where it has options.
  private static func plainCommand(_ arguments: [String]) -> (any ParsableCommand)? {
    let files = Array(arguments.dropFirst())
    guard !files.isEmpty, !files.contains(where: { $0.hasPrefix("-") }) else { return nil }
    switch arguments[0] {
    case "run": return Run(files: files)
    case "exec" where files.count == 1: return Exec(file: files[0])
    default: return nil
    }
  }
}
