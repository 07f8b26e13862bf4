/// The operations that the machine itself provides to the standard library of the language.
///
/// A library declaration names one beside its Swift signature; the checker decides the types, and
/// the compiler chooses the instruction for them.
public enum Intrinsic: String, Hashable, Sendable, CaseIterable {
  // Operators. On `Int` and `Double` (`add` also on `String` and arrays).
  case add, subtract, multiply, divide, remainder, negate, identity
  case wrappingAdd, wrappingSubtract, wrappingMultiply
  case bitAnd, bitOr, bitXor, bitNot, shiftLeft, shiftRight
  // On every equatable type, deeply; the order on `Int`, `Double`, `String` and tuples of them.
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  case not
  case makeRange, makeClosedRange

  // Functions of `Double`.
  case sqrt, cbrt, exp, exp2, log, log2, log10, log1p, expm1, pow, hypot, fmod
  case sin, cos, tan, asin, acos, atan, atan2, sinh, cosh, tanh
  case floor, ceil, trunc, roundAwayFromZero
  case truncatingRemainder, isNaN, isFinite, isInfinite
  // On `Int` and `Double`.
  case abs, min, max, signum

  // Conversions. `toInt` truncates, and fails on NaN and what does not fit.
  case toInt, toDouble, toFloat
  /// `Int?` and `Double?` of a string, as Swift reads them.
  case parseInt, parseDouble, parseFloat, parseBool
  /// The printed form of any value.
  case describe
  /// The form of any value inside a collection: strings quoted.
  case debugDescribe
  /// `Array(repeating: value, count: n)`.
  case repeatElement
  /// An array of any sequence.
  case toArray

  // Constants.
  case piFloat, infinityFloat, notANumberFloat, ulpOfOneFloat, greatestFiniteFloat,
    leastNormalFloat
  case pi, infinity, notANumber, greatestFiniteMagnitude, leastNormalMagnitude, ulpOfOne

  // Properties and methods of sequences: arrays, ranges, and what stands for them.
  case count, isEmpty, first, last, indices, lowerBound, upperBound
  case contains, containsWhere, allSatisfy, firstIndexOf, firstIndexWhere
  case map, filter, compactMap, flatMap, reduce, forEach, countWhere
  /// `String(format: text, arguments)`.
  case format
  case sorted, sortedBy, reversed, enumerated, zip, minElement, maxElement, minElementBy,
    maxElementBy
  case joinedArrays, joinedStrings
  case prefix, suffix, dropFirst, dropLast
  /// `array[range]` with both ends, and with one.
  /// `slice[i]`, and where in its array the element of an index stands.
  case sliceElement, sliceOffset
  case slice, sliceFrom, sliceUpTo, sliceThrough
  case firstWhere, lastWhere, lastIndexWhere
  case elementsEqual, splitArray, splitArrayWhere
  case reserveCapacity
  case removeAllWhere, removeFirstCount, removeLastCount, popLast, insertContents
  case strideTo, strideThrough
  // Mutating methods of arrays; the place comes first.
  case swap, append, appendContents, insert, removeAt, removeLast, removeFirst, removeAll, swapAt
  case sort, sortBy, reverse

  // Dictionaries and sets: of the keys and values side by side, of the members, of a sequence.
  case makeDictionary, makeSet, toSet, uniqueKeys, uniquingKeys, grouping
  /// `dictionary[key]`, and `dictionary[key, default: value]`.
  case lookUp, lookUpOrDefault
  case keys, values, mapValues, compactMapValues, filterEntries, filterMembers, merging
  case containsMember, union, intersection, subtracting, symmetricDifference
  case isSubset, isStrictSubset, isSuperset, isStrictSuperset, isDisjoint
  // Their mutating methods.
  case updateValue, removeValue, merge, insertMember, updateMember, removeMember, popFirst
  case formUnion, formIntersection, formSubtraction, formSymmetricDifference
  /// The number of a key's entry, or -1.
  case findEntry
  /// Sets the value of a key, and returns the entry's number.
  case insertEntry
  /// The value of an entry, taken out of it until `putEntry` puts it back.
  case takeEntry, putEntry
  /// `dictionary[key] = optional`.
  case assignEntry
  /// Appends to the array that is a key's value.
  case groupEntry

  /// `hasher.combine(value)`.
  case combine

  // Texts: `String` and `Substring`, some of them of `Character` too.
  case emptyText, repeatText, toText, toCharacter, toSubstring, filterText, joinedText
  case uppercased, lowercased, capitalized, hasPrefix, hasSuffix, textContains
  case startIndex, endIndex, indexAfter, indexBefore, indexOffset, indexOffsetLimited, distance
  case lastIndexOf, textIndexWhere, textLastIndexWhere, rangeOf, characterAt
  case split, splitByText, splitWhere, components, componentsBySet, trimmed, replaceOccurrences
  case replaceAll
  case prefixWhile, dropWhile, padded, removeRange, replaceRange
  /// A text's characters as an array.
  case elements
  // The views of a text, and a text of code units; scalars of numbers, characters of scalars.
  case utf8, utf16, unicodeScalars, decodeText
  case scalar, scalarText, asciiValue
  case lexicographicallyPrecedes, startsWith, partition
  /// Evaluates values whose type alone is asked for.
  case typeOf
  // Properties of `Character`.
  case isLetter, isNumber, isWholeNumber, isHexDigit, isWhitespace, isNewline, isUppercase
  case isLowercase, isCased, isPunctuation, isSymbol, isMathSymbol, isCurrencySymbol, isASCII
  case wholeNumberValue, hexDigitValue
  // A `CharacterSet` by its name, or of the characters of a string.
  case whitespaces, newlines, whitespacesAndNewlines, punctuationCharacters, decimalDigits
  case letters, alphanumerics, uppercaseLetters, lowercaseLetters, symbols, charactersIn
  // Members of the integer types.
  case isMultiple, quotientAndRemainder, magnitude, byteSwapped
  case leadingZeroBitCount, trailingZeroBitCount, nonzeroBitCount, bitWidth
  case addReporting, subtractReporting, multiplyReporting, divideReporting, remainderReporting
  case maskingShiftLeft, maskingShiftRight
  // Their conversions and constants: of the result's type.
  case toInteger, exactly, clamping, truncating, parseInteger, integerText
  case greatest, least, zero
  // Members of the floating-point types.
  case rounded, floatingRemainder, addingProduct, minimum, maximum, sign, exponent, significand
  case ulp, nextUp, nextDown, isZero, isNormal, isSubnormal
  case leastNonzeroMagnitude, leastNonzeroFloat
  // The bits of numbers as integers, and back.
  case sameBits, bitsOfFloat, floatOfBits

  /// The wrapped value of an optional, or a run-time error.
  case forceUnwrap
  /// Whether an optional is not nil.
  case isPresent
  /// `fatalError` and `preconditionFailure`: fails with a message.
  case fail
  /// `precondition` and `assert`: fails with a message unless a condition holds.
  case require
  // `map` and `flatMap` of an optional.
  case mapOptional, flatMapOptional
  /// Wraps a value into an optional.
  case wrap
  /// Writes its arguments' printed forms: the array of texts, the separator and the terminator.
  case print
  /// Adds a value's displayed form to the cell's output, as a line.
  case show
}
