import Testing
import TeXMath
