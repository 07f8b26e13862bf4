public import Engine

// What the engine's getters throw; setters cannot throw, so the engine has none.

extension Tensor {
  /// The element at some indices, one for each axis; ends the program where there is none.
  public subscript(_ indices: Int...) -> Double {
    get { trapping { try self.Engine::element(at: indices) } }
    set { trapping { try self.Engine::setElement(newValue, at: indices) } }
  }

  /// The only element of a tensor, whatever its shape; ends the program where there are more.
  public var scalar: Double {
    trapping { try self.Engine::scalar }
  }
}

extension Variable {
  /// The element at some indices, one for each axis; ends the program where there is none.
  public subscript(_ indices: Int...) -> Variable {
    trapping { try self.Engine::element(at: indices) }
  }
}
