/// Constructs of Swift that are not part of the language, each with what to write instead.
struct UnsupportedConstruct {
  var message: String
  var help: String

  private init(_ name: String, _ help: String) {
    message = "\(name) not part of the language of lessons"
    self.help = help
  }

  static let classes = Self("classes are", "use a structure: 'struct'")
  static let protocols = Self("protocols are", "write a function for each type")
  static let imports = Self("this import is", "only Foundation and LessonKit can be imported")
  static let patterns = Self("this pattern is", "bind one name, and take the value apart below")
  static let concurrency = Self("concurrency is", "write the steps one after another")
  static let macros = Self("macros and '#' directives are", "remove it")
  static let attributes = Self("attributes are", "remove it")
  static let modifiers = Self("access and other modifiers are", "remove it")
  static let keyPaths = Self("key paths are", "use a closure: '{ $0.count }'")
  static let generics = Self("generic functions are", "write the types out")
  static let regularExpressions = Self("regular expressions are", "use 'contains' or 'hasPrefix'")
  static let interpolationOptions = Self(
    "interpolation with options is",
    "interpolate one value: \"\\(x)\""
  )
  static let references = Self("'weak' and 'unowned' are", "remove it: there are no classes")
  static let typedThrows = Self(
    "a function type or closure that throws a type is",
    "write 'throws' alone"
  )
  static let uncaughtDo = Self(
    "'do throws' without 'catch' is",
    "add 'catch { … }', or remove 'throws'"
  )
  static let throwingAccessors = Self("an accessor that throws is", "write a method that throws")
  static let unwrappedInitializers = Self("'init!' is", "write 'init?', and unwrap the value")
  static let constrainedExtensions = Self(
    "such a 'where' on an extension is",
    "name the type, as in 'extension [Double]', or write a function"
  )
  static let other = Self("this is", "see lessons/README.md for what lessons can say")
}
