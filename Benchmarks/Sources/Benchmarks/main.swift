// Times the engine on the cases of the peers' scripts, and prints one JSON object a line, as they do.
//
//   Benchmarks --reference FOLDER [--case PREFIX] [--repeats N]
//
// FOLDER is what Peers/reference.py has written. Every result is checked before it is timed; a wrong
// one ends the program with status 1.

import Foundation

var options = ["--reference": "", "--case": "", "--repeats": "15"]
var arguments = CommandLine.arguments.dropFirst()
while let name = arguments.popFirst() {
  guard options[name] != nil, let value = arguments.popFirst() else {
    FileHandle.standardError.write(
      Data("usage: --reference FOLDER [--case PREFIX] [--repeats N]\n".utf8)
    )
    exit(64)
  }
  options[name] = value
}
let prefix = options["--case"] == "all" ? "" : options["--case"] ?? ""
let repeats = max(Int(options["--repeats"] ?? "") ?? 15, 1)

do {
  var cases: [Case] = []
  if let folder = options["--reference"], !folder.isEmpty {
    cases += try kernelCases(from: folder, prefix: prefix)
  }
  cases += samplingCases()
  cases += [autodiffCase(), try mlpCase(), try searchCase()]
  cases += try caviarCases(expected: nil)
  for test in cases where test.name.hasPrefix(prefix) {
    print(try report(test, repeats: repeats))
  }
} catch {
  FileHandle.standardError.write(Data("lessons: \(error): WRONG\n".utf8))
  exit(1)
}

/// Checks and times a case, and returns its line.
func report(_ test: Case, repeats: Int) throws -> String {
  let extra = try test.check()
  let timing = try Timing(repeats: repeats, test.run)
  let (median, extreme): (Double, Double) =
    switch test.unit {
    case .microseconds: (timing.median * 1e6, timing.least * 1e6)
    case .seconds: (timing.median, timing.least)
    case .trialsPerSecond:
      (Double(test.trials) / timing.median, Double(test.trials) / timing.greatest)
    }
  var fields = [
    "\"case\": \"\(test.name)\"", "\"peer\": \"lessons\"", "\"threads\": \(test.threads)",
    "\"unit\": \"\(test.unit.rawValue)\"", "\"median\": \(fourDigits(median))",
    "\"min\": \(fourDigits(extreme))", "\"repeats\": \(repeats)",
    "\"cores\": \(String(format: "%.2f", timing.cores))",
  ]
  for (name, value) in extra.sorted(by: { $0.key < $1.key }) {
    fields.append("\"\(name)\": \(value)")
  }
  return "{" + fields.joined(separator: ", ") + "}"
}

func fourDigits(_ value: Double) -> String {
  String(format: "%.4g", value)
}
