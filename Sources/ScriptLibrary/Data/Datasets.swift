import Engine
import Script

extension Dataset: EngineValue {
  static var scriptType: String { "Dataset" }
}

extension DatasetSplit: EngineValue {
  static var scriptType: String { "DatasetSplit" }
}

extension CatCoat: EngineValue {
  static var scriptType: String { "CatCoat" }
}

extension InputNormalization: EngineValue {
  static var scriptType: String { "InputNormalization" }
}

/// Returns data sets and the normalization of inputs.
func publishDatasets() -> HostLibrary {
  HostLibrary(
    types: [
      HostType(Dataset.self), HostType(DatasetSplit.self), HostType(CatCoat.self),
      HostType(InputNormalization.self),
    ],
    functions: [
      HostFunction(property: "var examples: Tensor", \Dataset.examples),
      HostFunction(property: "var labels: [Int]", \Dataset.labels),
      HostFunction(property: "var classCount: Int", \Dataset.classCount),
      HostFunction("init(examples: Tensor, labels: [Int], classCount: Int)", of: "Dataset") {
        (examples: Tensor, labels: [Int], classCount: Int) in
        try Dataset(examples: examples, labels: labels, classCount: classCount)
      },
      HostFunction(property: "var count: Int", \Dataset.count),
      HostFunction(property: "var featureCount: Int", \Dataset.featureCount),
      HostFunction(property: "var oneHotLabels: Tensor", \Dataset.oneHotLabels),
      HostFunction(method: "func selecting(_ indices: [Int]) -> Dataset", Dataset.selecting(_:)),
      HostFunction(
        calling: "func mapping(_ transform: (Tensor) -> Tensor) -> Dataset",
        of: "Dataset"
      ) { (context, dataset: Dataset, transform: HostClosure) in
        let transform: (Tensor) throws -> Tensor = context.function(transform)
        let failure = ClosureFailure()
        return try failure.revealed {
          try dataset.mapping { (examples) throws(EngineError) in
            try failure.during { try transform(examples) }
          }
        }
      },
      HostFunction(
        method: "func split(_ share: Double, seed: Int) -> DatasetSplit",
        Dataset.split(_:seed:)
      ),
      HostFunction(
        method: "func folds(_ foldCount: Int, seed: Int) -> [DatasetSplit]",
        Dataset.folds(_:seed:)
      ),
      HostFunction(property: "var training: Dataset", \DatasetSplit.training),
      HostFunction(property: "var held: Dataset", \DatasetSplit.held),
      HostFunction("static func digits() -> Dataset", of: "Dataset") { () in Dataset.digits() },
      HostFunction(
        "static func blobs(classes: Int = 3, perClass: Int = 50, deviation: Double = 0.5, seed: Int) -> Dataset",
        of: "Dataset",
        work: .area
      ) { (classes: Int, perClass: Int, deviation: Double, seed: Int) in
        try Dataset.blobs(classes: classes, perClass: perClass, deviation: deviation, seed: seed)
      },
      HostFunction(
        "static func spirals(classes: Int = 3, perClass: Int = 100, turns: Double = 0.65, noise: Double = 0.2, seed: Int) -> Dataset",
        of: "Dataset",
        work: .area
      ) { (classes: Int, perClass: Int, turns: Double, noise: Double, seed: Int) in
        try Dataset.spirals(
          classes: classes,
          perClass: perClass,
          turns: turns,
          noise: noise,
          seed: seed
        )
      },
      HostFunction(
        "static func cats(_ coat: CatCoat, count: Int = 200, seed: Int) -> Dataset",
        of: "Dataset",
        work: .count(of: 8)
      ) { (coat: CatCoat, count: Int, seed: Int) in try Dataset.cats(coat, count: count, seed: seed)
      },
      HostFunction(
        "static func elongated(count: Int = 200, ratio: Double = 10, seed: Int) -> Dataset",
        of: "Dataset",
        work: .count(of: 8)
      ) { (count: Int, ratio: Double, seed: Int) in
        try Dataset.elongated(count: count, ratio: ratio, seed: seed)
      },
      HostFunction(property: "var mean: Tensor", \InputNormalization.mean),
      HostFunction(property: "var deviation: Tensor", \InputNormalization.deviation),
      HostFunction("init(of examples: Tensor)", of: "InputNormalization") { (examples: Tensor) in
        try InputNormalization(of: examples)
      },
      HostFunction(
        method: "func normalized(_ examples: Tensor) -> Tensor",
        InputNormalization.normalized(_:)
      ),
      HostFunction(
        method: "func restored(_ normalized: Tensor) -> Tensor",
        InputNormalization.restored(_:)
      ),
    ] + HostFunction.cases(["black": CatCoat.black, "coloured": CatCoat.coloured])
  )
}
