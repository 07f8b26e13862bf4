import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension VirtualMachine {
  /// Steps between two looks at the clock.
  private static let fuelPortion = 4096
  /// The least that a charge counts for until the next look: what is charged little takes time too.
  private static let leastCharge = 64
  /// Seconds that surely fit the clock: some three years.
  private static let longestTime = 1e8

  /// How much longer than its time a cell may take where other work has the processor.
  private static let longestWait: UInt64 = 20

  private static func now(_ clock: clockid_t = CLOCK_MONOTONIC) -> UInt64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  func startBudget(seconds: Double) {
    stepsLeft = limits.steps
    stepsUnseen = 0
    fuel = 0
    timeLimit = UInt64(seconds > 0 ? min(seconds, Self.longestTime) * 1e9 : 0)
    let now = Self.now()
    deadline = now &+ timeLimit
    lastDeadline = now &+ Self.longestWait * timeLimit
    processorStart = Self.now(CLOCK_THREAD_CPUTIME_ID)
  }

  /// Moves the deadline by the processor time that is left: the seconds of a cell are its own, and a
  /// busy machine fails no lesson. (To ask for processor time takes ten times as long as the clock.)
  private func extendDeadline() -> Bool {
    let now = Self.now()
    let used = Self.now(CLOCK_THREAD_CPUTIME_ID) &- processorStart
    guard used < timeLimit, now < lastDeadline else { return false }
    deadline = min(now &+ (timeLimit - used), lastDeadline)
    return true
  }

  /// Charges steps to the budget; every now and then the clock is looked at.
  func charge(_ steps: Int) throws(Trap) {
    stepsLeft -= steps
    if stepsLeft > 0 {
      stepsUnseen += max(steps, Self.leastCharge)
      if stepsUnseen < Self.fuelPortion { return }
    }
    try checkBudget()
  }

  private func checkBudget() throws(Trap) {
    stepsUnseen = 0
    guard stepsLeft > 0 else {
      throw Trap(
        "step-limit",
        "this cell has taken \(limits.steps) steps and is not done",
        help: "look for a loop that does not end, or raise 'limits: steps:' in the front matter"
      )
    }
    guard Self.now() < deadline || extendDeadline() else {
      throw Trap(
        "time-limit",
        "this cell has run out of its time",
        help: "do less work, or raise 'time-limit=' on the cell"
      )
    }
  }

  /// Charges the steps of the loop's next stretch.
  func refuel() throws(Trap) {
    try charge(Self.fuelPortion)
    fuel = Self.fuelPortion
  }

  /// Gives back what the host has kept beyond an amount.
  func releaseKept(downTo bytes: Int) {
    meter.release(keptBytes - bytes)
    keptBytes = bytes
  }

  // MARK: - Output

  func write(_ text: String, at span: SourceSpan) throws(Trap) {
    try chargeOutput(text.utf8.count)
    if printed.isEmpty { printedSpan = span }
    printed += text
  }

  /// Counts output against the budget.
  func chargeOutput(_ bytes: Int) throws(Trap) {
    outputBytes += bytes
    guard outputBytes <= limits.outputBytes else {
      throw Trap(
        "output-limit",
        "this cell has printed more than \(limits.outputBytes) bytes",
        help: "print less, or raise 'limits: output:' in the front matter"
      )
    }
  }

  func flushPrinted() {
    guard !printed.isEmpty else { return }
    events.append(.printed(printed, at: printedSpan))
    printed = ""
  }

  func beginProbe(_ index: Int) { probeStarts[index] = printed.utf8.count }

  /// The text printed since a probe began.
  func printedSinceProbe(_ index: Int) -> String {
    let start = probeStarts[index] ?? 0
    return String(decoding: printed.utf8.dropFirst(start), as: UTF8.self)
  }
}
