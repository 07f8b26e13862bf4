struct Config {
  enum Mode { case train, test }
  static let initial = Mode.train
  struct Limits { static let steps = 100 }
}
print(Config.initial, Config.Limits.steps, Config.Mode.test)
