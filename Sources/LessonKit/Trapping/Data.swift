// swift-format-ignore-file
// Made from the engine's declarations by `RECORD_GOLDENS=1 swift test --filter LessonKitTests`.

public import Engine

extension Dataset {
  /// The engine's `blobs(classes:perClass:deviation:seed:)`; ends the program with a sentence where that throws.
  public static func blobs(classes: Int = 3, perClass: Int = 50, deviation: Double = 0.5, seed: Int) -> Dataset {
    trapping { try Dataset.Engine::blobs(classes: classes, perClass: perClass, deviation: deviation, seed: seed) }
  }

  /// The engine's `spirals(classes:perClass:turns:noise:seed:)`; ends the program with a sentence where that throws.
  public static func spirals(classes: Int = 3, perClass: Int = 100, turns: Double = 0.65, noise: Double = 0.2, seed: Int) -> Dataset {
    trapping { try Dataset.Engine::spirals(classes: classes, perClass: perClass, turns: turns, noise: noise, seed: seed) }
  }

  /// The engine's `cats(_:count:seed:)`; ends the program with a sentence where that throws.
  public static func cats(_ coat: CatCoat, count: Int = 200, seed: Int) -> Dataset {
    trapping { try Dataset.Engine::cats(coat, count: count, seed: seed) }
  }

  /// The engine's `elongated(count:ratio:seed:)`; ends the program with a sentence where that throws.
  public static func elongated(count: Int = 200, ratio: Double = 10, seed: Int) -> Dataset {
    trapping { try Dataset.Engine::elongated(count: count, ratio: ratio, seed: seed) }
  }
}

extension Dataset {
  /// The engine's `init(examples:labels:classCount:)`; ends the program with a sentence where that throws.
  public init(examples: Tensor, labels: [Int], classCount: Int) {
    self = trapping { try Dataset.Engine::init(examples: examples, labels: labels, classCount: classCount) }
  }
}

extension Dataset {
  /// The engine's `selecting(_:)`; ends the program with a sentence where that throws.
  public func selecting(_ indices: [Int]) -> Dataset {
    trapping { try self.Engine::selecting(indices) }
  }

  /// The engine's `mapping(_:)`; ends the program with a sentence where that throws.
  public func mapping(_ transform: (Tensor) -> Tensor) -> Dataset {
    trapping { try self.Engine::mapping(transform) }
  }

  /// The engine's `split(_:seed:)`; ends the program with a sentence where that throws.
  public func split(_ share: Double, seed: Int) -> DatasetSplit {
    trapping { try self.Engine::split(share, seed: seed) }
  }

  /// The engine's `folds(_:seed:)`; ends the program with a sentence where that throws.
  public func folds(_ foldCount: Int, seed: Int) -> [DatasetSplit] {
    trapping { try self.Engine::folds(foldCount, seed: seed) }
  }
}

extension InputNormalization {
  /// The engine's `init(of:)`; ends the program with a sentence where that throws.
  public init(of examples: Tensor) {
    self = trapping { try InputNormalization.Engine::init(of: examples) }
  }

  /// The engine's `normalized(_:)`; ends the program with a sentence where that throws.
  public func normalized(_ examples: Tensor) -> Tensor {
    trapping { try self.Engine::normalized(examples) }
  }

  /// The engine's `restored(_:)`; ends the program with a sentence where that throws.
  public func restored(_ normalized: Tensor) -> Tensor {
    trapping { try self.Engine::restored(normalized) }
  }
}
