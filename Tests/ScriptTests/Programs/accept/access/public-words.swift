// swift-format-ignore-file
public struct Open {
  public var x: Int
  public init(x: Int) { self.x = x }
  public func plus(_ n: Int) -> Int { x + n }
}
print(Open(x: 1).plus(2))
