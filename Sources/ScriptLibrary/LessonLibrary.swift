public import Script

/// Returns all that the engine and charts publish to the language, signature by signature.
public func makeLessonLibrary() -> HostLibrary {
  var library = publishTensors()
  library += publishReductions()
  library += publishSelection()
  library += publishVariables()
  library += publishGradients()
  library += publishDescent()
  library += publishLayers()
  library += publishBatchNormalization()
  library += publishNetworks()
  library += publishLosses()
  library += publishOptimizers()
  library += publishSchedules()
  library += publishTraining()
  library += publishDatasets()
  library += publishGenerators()
  library += publishSearchSpaces()
  library += publishSearches()
  library += publishPandaAndCaviar()
  library += publishCharts()
  return library
}
