public import Diagnostics
public import Script
public import TeXMath

/// What a comment says about the value or the printed text of a statement.
public struct Expectation: Hashable, Sendable {
  /// Text written in the file, and its place there.
  public struct Written: Hashable, Sendable {
    /// The text, to be compared.
    public var text: String
    /// Its place in the file.
    public var span: SourceSpan
  }

  /// What is expected.
  public enum Kind: Hashable, Sendable {
    /// `// → text`: the statement's value; `≈` before it makes integers loose.
    case value(Written, DecimalNumber.IntegerReading)
    /// `// Prints "text"`: the lines that the statement prints.
    case printed([Written])
  }

  /// What is expected.
  public var kind: Kind
  /// The statement it speaks of.
  public var statement: SourceSpan
  /// The place of the comment; from the first to the last where several make one expectation.
  public var comment: SourceSpan
}

/// The expectations of a cell and the statements that must be watched for them.
public struct ExpectationPlan: Sendable {
  /// The expectations, in the order of the file.
  public var expectations: [Expectation]
  /// One probe for each statement spoken of, numbered from the first index given.
  public var probes: [Probe]

  /// Assigns one probe to each statement that expectations speak of.
  public init(_ expectations: [Expectation], firstIndex: Int = 0) {
    self.expectations = expectations
    probes = []
    var places: [SourceSpan: Int] = [:]
    for expectation in expectations {
      let place = places[expectation.statement] ?? probes.count
      if place == probes.count {
        places[expectation.statement] = place
        probes.append(
          Probe(index: firstIndex + place, statement: expectation.statement, wantsValue: false)
        )
      }
      if case .value = expectation.kind { probes[place].wantsValue = true }
    }
  }
}
