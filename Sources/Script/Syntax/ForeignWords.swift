/// What Swift has for words and operators that people bring from other languages.
public enum ForeignWords {
  /// Returns what to write instead of a word; nil where it is none of these.
  public static func remedy(for word: String) -> String? { remedies[word] }

  private static let remedies = [
    "and": "write '&&'", "or": "write '||'", "not": "write '!' before the condition",
    "None": "write 'nil'", "null": "write 'nil'", "NULL": "write 'nil'",
    "True": "write 'true'", "False": "write 'false'",
    "def": "write 'func'", "fn": "write 'func'", "fun": "write 'func'",
    "function": "write 'func'", "lambda": "write a closure: '{ x in x + 1 }'",
    "elif": "write 'else if'", "elsif": "write 'else if'", "elseif": "write 'else if'",
    "foreach": "write 'for x in xs'", "const": "write 'let'", "val": "write 'let'",
    "int": "write 'let' or 'var'; the type is 'Int'",
    "float": "write 'let' or 'var'; the type is 'Double'",
    "double": "write 'let' or 'var'; the type is 'Double'",
    "len": "write 'xs.count'", "range": "write '0..<n'", "sum": "write 'xs.reduce(0, +)'",
    "sorted": "write 'xs.sorted()'", "reversed": "write 'xs.reversed()'",
    "enumerate": "write 'xs.enumerated()'", "map": "write 'xs.map { x in … }'",
    "filter": "write 'xs.filter { x in … }'",
    "str": "write 'String(x)', or \"\\(x)\" in a string",
    "println": "write 'print(x)'", "printf": "write 'print(x)'", "console": "write 'print(x)'",
    "Math": "write the function alone, as in 'sqrt(x)'",
    "math": "write the function alone, as in 'sqrt(x)'",
    "np": "write the function alone: 'exp(x)' takes numbers and tensors",
    "numpy": "write the function alone: 'exp(x)' takes numbers and tensors",
    "torch": "write the function alone: 'softmax(z)' takes a 'Tensor'",
    "tf": "write the function alone: 'softmax(z)' takes a 'Tensor'",
    "..": "write '..<', or '...' with the last number included", "**": "write 'pow(a, b)'",
    "<>": "write '!='", "===": "write '=='", "!==": "write '!='", ":=": "write '='",
    "++": "write '+= 1'", "--": "write '-= 1'", "//": "write 'a / b' with two 'Int'",
  ]
}
