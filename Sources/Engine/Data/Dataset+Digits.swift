extension Dataset {
  /// Returns 1,797 images of handwritten digits, 8 by 8 pixels, and the digits they show.
  ///
  /// A column of 64 pixels for each image, row by row, from 0 for white to 16 for black, and the
  /// labels 0 to 9. They are the test images of UCI's "Optical Recognition of Handwritten Digits"
  /// (Alpaydin and Kaynak 1998, doi:10.24432/C50P49, CC BY 4.0), the same and in the same order as
  /// scikit-learn's `load_digits`.
  ///
  /// - Returns: Examples `[64, 1797]` of 10 classes.
  public static func digits() -> Dataset {
    digitsText.withUTF8Buffer { text in
      // No line break ends the last line.
      let count = (text.count + 1) / lineLength
      var pixels = [Double](repeating: 0, count: pixelCount * count)
      var labels = [Int](repeating: 0, count: count)
      for image in 0..<count {
        let line = image * lineLength
        for pixel in 0..<pixelCount {
          pixels[pixel * count + image] = Double(text[line + pixel] - UInt8(ascii: "A"))
        }
        labels[image] = Int(text[line + pixelCount] - UInt8(ascii: "0"))
      }
      return Dataset(
        unchecked: Tensor(unchecked: pixels, shape: [pixelCount, count]),
        labels: labels,
        classCount: 10
      )
    }
  }

  private static let pixelCount = 64
  /// The pixels, the digit, and a line break.
  private static let lineLength = pixelCount + 2
}
