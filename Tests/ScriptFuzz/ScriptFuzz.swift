import ArgumentParser
import Foundation
import ScriptFuzzing

/// Attacks the language with programs made of programs, and reports every input that crashes the
/// process, does not end, or takes more memory than it may.
@main
struct ScriptFuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "script-fuzz",
    abstract: "Runs mutated programs through the parser, the checker and the machine.",
    discussion: """
      Input N of a seed is the same program every time. Workers run the inputs, and the one whose \
      worker dies is reported. Exits with 1 where there is such an input.

      Example:
        script-fuzz --inputs 1000000 --seed 1
        script-fuzz --show 4711 --seed 1 > crash.swift
      """
  )

  @Option(help: "How many inputs to run.")
  var inputs = 10_000
  @Option(help: "The seed.")
  var seed: UInt64 = 1
  @Option(help: "How many workers run at a time.")
  var jobs = 2
  @Option(help: "Seconds that one input may take.")
  var seconds = 10.0
  @Option(help: "Megabytes of address space that a worker may take.")
  var megabytes = 2_048
  @Option(help: "Print the program of one input, and run nothing.")
  var show: UInt64?
  @Option(help: "Files and folders that the corpus is read from.")
  var corpus = ["Tests/ScriptTests", "lessons"]
  @Option(help: .hidden)
  var worker: UInt64?

  func run() throws {
    let (programs, accepted) = try readCorpus()
    let mutator = SourceMutator(corpus: programs, accepted: accepted)
    if let show { return print(mutator.program(seed &<< 32 &+ show)) }
    if let worker { return work(mutator, FuzzTarget(for: programs), from: worker) }
    let share = (inputs + jobs - 1) / jobs
    let shares = (0..<jobs).map { $0 * share..<min(inputs, ($0 + 1) * share) }
    let supervisor = Supervisor(arguments: workerArguments, seconds: seconds)
    let report = try supervisor.run(shares.filter { !$0.isEmpty }) { note in
      FileHandle.standardError.write(Data((note + "\n").utf8))
    }
    print(report.summary)
    if !report.problems.isEmpty { throw ExitCode(1) }
  }

  /// Runs inputs one after another, and writes a byte for each that is done.
  private func work(_ mutator: SourceMutator, _ target: FuzzTarget, from first: UInt64) {
    limitAddressSpace(to: megabytes << 20)
    for input in first..<first + UInt64(inputs) {
      guard var outcome = target.run(mutator.program(seed &<< 32 &+ input))?.rawValue,
        write(1, &outcome, 1) == 1
      else { return }
    }
  }

  private func workerArguments(_ inputs: Range<Int>) -> [String] {
    [
      "--worker", "\(inputs.lowerBound)", "--inputs", "\(inputs.count)", "--seed", "\(seed)",
      "--megabytes", "\(megabytes)",
    ] + corpus.flatMap { ["--corpus", $0] }
  }

  /// Reads the corpus in an order that does not depend on the file system.
  private func readCorpus() throws -> (programs: [String], accepted: [String]) {
    let files = corpus.flatMap { path -> [String] in
      let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
      let inside = names.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".md") }.sorted()
      return names.isEmpty ? [path] : inside.map { "\(path)/\($0)" }
    }
    let texts = try files.map { (name: $0, text: try String(contentsOfFile: $0, encoding: .utf8)) }
    let programs = texts.flatMap { FuzzCorpus.programs(in: $0.text, named: $0.name) }
    guard !programs.isEmpty else {
      throw ValidationError("no program in \(corpus.joined(separator: ", ")): name other folders")
    }
    let accepted = texts.flatMap { FuzzCorpus.acceptedPrograms(in: $0.text, named: $0.name) }
    return (programs, accepted)
  }

  private func limitAddressSpace(to bytes: Int) {
    var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
    _ = setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
  }
}
