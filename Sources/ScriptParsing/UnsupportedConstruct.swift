/// Constructs of Swift that are not part of the language, each with what to write instead.
struct UnsupportedConstruct {
  var message: String
  var help: String

  private init(_ name: String, _ help: String) {
    message = "\(name) not part of the language of lessons"
    self.help = help
  }

  static let classes = Self("classes are", "use functions, tuples and arrays")
  static let structures = Self("structures are", "use a tuple with labels: '(x: 1.0, y: 2.0)'")
  static let enumerations = Self("enumerations are", "use strings or integers for the cases")
  static let protocols = Self("protocols are", "write a function for each type")
  static let extensions = Self("extensions are", "write a function that takes the value")
  static let typeAliases = Self("type aliases are", "write the type itself")
  static let operators = Self("operator declarations are", "write a function with a name")
  static let imports = Self("this import is", "only Foundation and LessonKit can be imported")
  static let guards = Self("'guard' is", "use 'if' and 'return'")
  static let switches = Self("'switch' is", "use 'if', 'else if' and 'else'")
  static let repeats = Self("'repeat' is", "use 'while'")
  static let defers = Self("'defer' is", "write the statement where it is to run")
  static let throwing = Self("throwing errors is", "return a value that says what happened")
  static let labels = Self("labelled statements are", "put the loop into a function and 'return'")
  static let optionalBindings = Self("'if let' is", "compare with nil, or use '??'")
  static let patterns = Self("pattern matching is", "compare with '=='")
  static let concurrency = Self("concurrency is", "write the steps one after another")
  static let macros = Self("macros and '#' directives are", "remove it")
  static let attributes = Self("attributes are", "remove it")
  static let modifiers = Self("access and other modifiers are", "remove it")
  static let keyPaths = Self("key paths are", "use a closure: '{ $0.count }'")
  static let generics = Self("generic functions are", "write the types out")
  static let computed = Self("computed properties are", "write a function")
  static let lazyVariables = Self("variables without a value are", "give it a value: 'var x = 0'")
  static let regularExpressions = Self("regular expressions are", "use 'contains' or 'hasPrefix'")
  static let doCatch = Self("'catch' is", "no function here throws: use 'do' alone")
  static let interpolationOptions = Self(
    "interpolation with options is",
    "interpolate one value: \"\\(x)\""
  )
  static let captureLists = Self("capture lists are", "remove it: variables are captured")
  static let other = Self("this is", "see lessons/README.md for what lessons can say")
}
