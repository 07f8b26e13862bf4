import Engine
import Foundation

/// The inputs and results of one case that `Peers/reference.py` has written.
struct Reference {
  let name: String
  let method: String
  let inputs: [Values]
  let results: [Values]

  /// An array as numpy wrote it.
  struct Values {
    let shape: [Int]
    let bytes: Data

    /// The array as a tensor of doubles.
    func tensor() throws -> Tensor {
      let elements = bytes.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
      return try Tensor(shape: shape, elements: elements)
    }

    /// The array as integers.
    var integers: [Int] { bytes.withUnsafeBytes { Array($0.bindMemory(to: Int.self)) } }
  }

  /// Reads all cases in a folder whose names begin with a prefix.
  static func read(from folder: String, prefix: String) throws -> [Reference] {
    struct Entry: Decodable {
      let name: String
      let method: String
      let inputs: [Array]
      let results: [Array]

      struct Array: Decodable {
        let file: String
        let shape: [Int]
      }
    }
    let folder = URL(fileURLWithPath: folder)
    let index = try Data(contentsOf: folder.appendingPathComponent("cases.json"))
    func load(_ arrays: [Entry.Array]) throws -> [Values] {
      try arrays.map {
        Values(shape: $0.shape, bytes: try Data(contentsOf: folder.appendingPathComponent($0.file)))
      }
    }
    return try JSONDecoder().decode([Entry].self, from: index)
      .filter { $0.name.hasPrefix(prefix) }
      .map {
        Reference(
          name: $0.name,
          method: $0.method,
          inputs: try load($0.inputs),
          results: try load($0.results)
        )
      }
  }

  /// Checks results against the reference, to 1e-10 of its greatest magnitude.
  func check(_ found: [Tensor]) throws {
    try require(found.count == results.count, "\(name): \(found.count) results")
    for (tensor, values) in zip(found, results) {
      let expected = try values.tensor()
      try require(tensor.count == expected.count, "\(name): the shape \(tensor.shape)")
      let scale = max(1, expected.elements.reduce(0) { max($0, abs($1)) })
      let difference = zip(tensor.elements, expected.elements).reduce(0) { most, pair in
        let distance = abs(pair.0 - pair.1)
        return distance > most || distance.isNaN ? distance : most
      }
      try require(difference <= 1e-10 * scale, "\(name): it is off by \(difference)")
    }
  }
}
