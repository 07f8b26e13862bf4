// swift-format-ignore-file
import Foundation
for text in ["hello world", "HELLO wORLD", "it's o'neil, don’t", "well-known x_y a.b 3d d3 4ever", "éa ñO", "a\tb", "(abc) \"q\" 'r'", "a'1b ''c d'' e", "straße", ""] {
  print(text.capitalized, text.dropFirst(2).capitalized)
}
