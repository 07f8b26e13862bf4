/// What a lesson may use; every limit is per cell but memory, which counts what is alive.
public struct Limits: Hashable, Sendable {
  /// Back jumps and calls.
  public var steps = 2_000_000_000
  /// Seconds of processor time, in which at most twenty times as many may pass.
  public var seconds = 10.0
  /// Bytes of values alive at one time.
  public var memory = 512 << 20
  /// Calls inside calls.
  public var depth = 10_000
  /// Bytes of output text.
  public var outputBytes = 1 << 20

  /// Creates the default limits.
  public init() {}
}
