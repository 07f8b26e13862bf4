// swift-format-ignore-file
// Made from the engine's declarations by `RECORD_GOLDENS=1 swift test --filter LessonKitTests`.

public import Engine

extension RandomNumberGenerator {
  /// The engine's `nextIntegers(_:from:to:)`; ends the program with a sentence where that throws.
  public mutating func nextIntegers(_ count: Int, from lower: Int, to upper: Int) -> [Int] {
    trapping { try self.Engine::nextIntegers(count, from: lower, to: upper) }
  }
}

extension Tensor {
  /// The engine's `randomUniform(_:from:to:using:)`; ends the program with a sentence where that throws.
  public static func randomUniform(_ shape: [Int], from lower: Double = 0, to upper: Double = 1, using generator: inout some RandomNumberGenerator) -> Tensor {
    trapping { try Tensor.Engine::randomUniform(shape, from: lower, to: upper, using: &generator) }
  }

  /// The engine's `random(_:from:to:scale:using:)`; ends the program with a sentence where that throws.
  public static func random(_ shape: [Int], from lower: Double, to upper: Double, scale: SearchScale, using generator: inout some RandomNumberGenerator) -> Tensor {
    trapping { try Tensor.Engine::random(shape, from: lower, to: upper, scale: scale, using: &generator) }
  }

  /// The engine's `randomNormal(_:mean:standardDeviation:using:)`; ends the program with a sentence where that throws.
  public static func randomNormal(_ shape: [Int], mean: Double = 0, standardDeviation: Double = 1, using generator: inout some RandomNumberGenerator) -> Tensor {
    trapping { try Tensor.Engine::randomNormal(shape, mean: mean, standardDeviation: standardDeviation, using: &generator) }
  }
}
