import Engine

/// A record of values that PyTorch computed, of one of several kinds.
protocol GoldenRecord: Decodable {
  /// - Throws: `Mismatch`, or what the engine throws.
  func check() throws
}

/// What every line of a golden file has.
struct GoldenHeader: Decodable {
  let kind: String
  let name: String
}

/// The type of the golden records of a kind, `nil` for one that is not known.
func goldenType(of kind: String) -> (any GoldenRecord.Type)? {
  switch kind {
  case "activation": ActivationRecord.self
  case "autodiff": AutodiffRecord.self
  case "bn_running": RunningStatisticsRecord.self
  case "bn_train": BatchNormRecord.self
  case "broadcast": BroadcastRecord.self
  case "c2_logistic": TwoClassRecord.self
  case "lecture_J": DescentRecord.self
  case "matmul_grad": MatrixProductRecord.self
  case "mlp_data": NetworkData.self
  case "mlp_run": NetworkRunRecord.self
  case "published": PublishedUpdateRecord.self
  case "softmax_ce": CrossEntropyRecord.self
  default: nil
  }
}

extension Tolerance {
  /// The tolerance for a record computed in a type.
  init(dtype: String?) {
    self = dtype == "float32" ? .singlePrecision : .golden
  }
}
