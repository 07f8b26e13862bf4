// swift-format-ignore-file
import Dispatch
