import Engine
import Script

extension Hyperparameter: EngineValue {
  static var scriptType: String { "Hyperparameter" }
}

extension Hyperparameter.Domain: EngineValue {
  static var scriptType: String { "Hyperparameter.Domain" }
}

extension Hyperparameter.Condition: EngineValue {
  static var scriptType: String { "Hyperparameter.Condition" }
}

extension SearchScale: EngineValue {
  static var scriptType: String { "SearchScale" }
}

extension SearchSpace: EngineValue {
  static var scriptType: String { "SearchSpace" }
}

extension Configuration: EngineValue {
  static var scriptType: String { "Configuration" }
}

/// Returns hyperparameters, the spaces they span, and the points in them.
func publishSearchSpaces() -> HostLibrary {
  HostLibrary(
    types: [
      HostType("SearchSpaceBuilder"), HostType(Hyperparameter.self),
      HostType(Hyperparameter.Domain.self),
      HostType(Hyperparameter.Condition.self), HostType(SearchScale.self),
      HostType(SearchSpace.self), HostType(Configuration.self),
    ],
    functions: [
      HostFunction(property: "var name: String", \Hyperparameter.name),
      HostFunction(property: "var domain: Hyperparameter.Domain", \Hyperparameter.domain),
      HostFunction(property: "var condition: Hyperparameter.Condition?", \Hyperparameter.condition),
      HostFunction(
        "static func real(from: Double, to: Double, scale: SearchScale) -> Hyperparameter.Domain",
        of: "Hyperparameter.Domain"
      ) { (from: Double, to: Double, scale: SearchScale) in
        Hyperparameter.Domain.real(from: from, to: to, scale: scale)
      },
      HostFunction(
        "static func integer(from: Int, to: Int, scale: SearchScale) -> Hyperparameter.Domain",
        of: "Hyperparameter.Domain"
      ) { (from: Int, to: Int, scale: SearchScale) in
        Hyperparameter.Domain.integer(from: from, to: to, scale: scale)
      },
      HostFunction(
        "static func choice(_ value: [String]) -> Hyperparameter.Domain",
        of: "Hyperparameter.Domain"
      ) { (value: [String]) in Hyperparameter.Domain.choice(value) },
      HostFunction(
        "static func choice(parameter: String, is choice: String) -> Hyperparameter.Condition",
        of: "Hyperparameter.Condition"
      ) { (parameter: String, choice: String) in
        Hyperparameter.Condition.choice(parameter: parameter, is: choice)
      },
      HostFunction(
        "static func integer(parameter: String, isAtLeast: Int) -> Hyperparameter.Condition",
        of: "Hyperparameter.Condition"
      ) { (parameter: String, isAtLeast: Int) in
        Hyperparameter.Condition.integer(parameter: parameter, isAtLeast: isAtLeast)
      },
      HostFunction(
        "static func real(_ name: String, from lower: Double, to upper: Double, scale: SearchScale = .linear) -> Hyperparameter",
        of: "Hyperparameter"
      ) { (name: String, lower: Double, upper: Double, scale: SearchScale) in
        Hyperparameter.real(name, from: lower, to: upper, scale: scale)
      },
      HostFunction(
        "static func integer(_ name: String, from lower: Int, to upper: Int, scale: SearchScale = .linear) -> Hyperparameter",
        of: "Hyperparameter"
      ) { (name: String, lower: Int, upper: Int, scale: SearchScale) in
        Hyperparameter.integer(name, from: lower, to: upper, scale: scale)
      },
      HostFunction(
        "static func choice(_ name: String, of choices: [String]) -> Hyperparameter",
        of: "Hyperparameter"
      ) { (name: String, choices: [String]) in Hyperparameter.choice(name, of: choices) },
      HostFunction(
        method: "func when(_ parameter: String, is choice: String) -> Hyperparameter",
        Hyperparameter.when(_:is:)
      ),
      HostFunction(
        method: "func when(_ parameter: String, isAtLeast least: Int) -> Hyperparameter",
        Hyperparameter.when(_:isAtLeast:)
      ),
      HostFunction(
        method: "func value(at fraction: Double, from lower: Double, to upper: Double) -> Double",
        SearchScale.value(at:from:to:)
      ),
      HostFunction(
        method: "func fraction(of value: Double, from lower: Double, to upper: Double) -> Double",
        SearchScale.fraction(of:from:to:)
      ),
      HostFunction(property: "var parameters: [Hyperparameter]", \SearchSpace.parameters),
      HostFunction("init(_ parameters: [Hyperparameter])", of: "SearchSpace") {
        (parameters: [Hyperparameter]) in try SearchSpace(parameters)
      },
      HostFunction(
        calling: "init(@SearchSpaceBuilder _ parameters: () -> [Hyperparameter])",
        of: "SearchSpace"
      ) { (context, parameters: HostClosure) in
        let parameters: () throws -> [Hyperparameter] = context.function(parameters)
        return try SearchSpace(parameters())
      },
      HostFunction(
        method: "func randomConfiguration(trial: Int, seed: Int) -> Configuration",
        SearchSpace.randomConfiguration(trial:seed:)
      ),
      HostFunction(
        method: "func randomConfigurations(_ count: Int, seed: Int) -> [Configuration]",
        work: .count(of: 64),
        SearchSpace.randomConfigurations(_:seed:)
      ),
      HostFunction(
        method: "func gridConfigurations(points: Int) -> [Configuration]",
        SearchSpace.gridConfigurations(points:)
      ),
      HostFunction(
        method:
          "func narrowed(around best: [Configuration], keeping fraction: Double = 0.25) -> SearchSpace",
        SearchSpace.narrowed(around:keeping:)
      ),
      HostFunction(property: "var space: SearchSpace", \Configuration.space),
      HostFunction(property: "var trial: Int", \Configuration.trial),
      HostFunction(property: "var seed: Int", \Configuration.seed),
      HostFunction(
        "static func == (left: Configuration, right: Configuration) -> Bool",
        of: "Configuration"
      ) { (left: Configuration, right: Configuration) in left == right },
      HostFunction(method: "func real(_ name: String) -> Double", Configuration.real(_:)),
      HostFunction(method: "func integer(_ name: String) -> Int", Configuration.integer(_:)),
      HostFunction(method: "func choice(_ name: String) -> String", Configuration.choice(_:)),
      HostFunction(method: "func has(_ name: String) -> Bool", Configuration.has(_:)),
      HostFunction(
        method: "func generator(for purpose: SeededGenerator.Purpose) -> SeededGenerator",
        Configuration.generator(for:)
      ),
    ] + builderFunctions()
      + HostFunction.cases([
        "linear": SearchScale.linear, "logarithmic": SearchScale.logarithmic,
        "oneMinusLogarithmic": SearchScale.oneMinusLogarithmic,
      ])
  )
}

/// Returns what collects the hyperparameters in a search space's braces.
private func builderFunctions() -> [HostFunction] {
  [
    HostFunction(
      "static func buildExpression(_ parameter: Hyperparameter) -> [Hyperparameter]",
      of: "SearchSpaceBuilder"
    ) { (parameter: Hyperparameter) in SearchSpaceBuilder.buildExpression(parameter) },
    HostFunction(
      "static func buildBlock(_ lines: [Hyperparameter]...) -> [Hyperparameter]",
      of: "SearchSpaceBuilder"
    ) { (lines: [[Hyperparameter]]) in SearchSpaceBuilder.buildArray(lines) },
    HostFunction(
      "static func buildArray(_ parameters: [[Hyperparameter]]) -> [Hyperparameter]",
      of: "SearchSpaceBuilder"
    ) { (parameters: [[Hyperparameter]]) in SearchSpaceBuilder.buildArray(parameters) },
    HostFunction(
      "static func buildOptional(_ parameters: [Hyperparameter]?) -> [Hyperparameter]",
      of: "SearchSpaceBuilder"
    ) { (parameters: [Hyperparameter]?) in SearchSpaceBuilder.buildOptional(parameters) },
    HostFunction(
      "static func buildEither(first parameters: [Hyperparameter]) -> [Hyperparameter]",
      of: "SearchSpaceBuilder"
    ) { (parameters: [Hyperparameter]) in SearchSpaceBuilder.buildEither(first: parameters) },
    HostFunction(
      "static func buildEither(second parameters: [Hyperparameter]) -> [Hyperparameter]",
      of: "SearchSpaceBuilder"
    ) { (parameters: [Hyperparameter]) in SearchSpaceBuilder.buildEither(second: parameters) },
  ]
}
