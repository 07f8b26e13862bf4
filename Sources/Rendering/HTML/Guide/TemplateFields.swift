internal import Mustache

/// The fields of a context by their names, and those of the contexts in it.
///
/// They are read once: a template would look through all of them for each name in it.
struct TemplateFields: MustacheParent {
  private let values: [String: Any]

  init(_ context: Any) {
    var values: [String: Any] = [:]
    for child in Mirror(reflecting: context).children {
      guard let label = child.label else { continue }
      values[label] = Self.value(child.value)
    }
    self.values = values
  }

  /// Returns the value of a field; nil where there is none, or nothing in it.
  func child(named name: String) -> Any? { values[name] }

  private static func value(_ value: Any) -> Any? {
    switch value {
    case is String, is Int, is Bool: return value
    case let items as [Any]: return items.compactMap { Self.value($0) }
    default:
      let mirror = Mirror(reflecting: value)
      return mirror.displayStyle == .optional
        ? mirror.children.first.flatMap { Self.value($0.value) } : TemplateFields(value)
    }
  }
}
