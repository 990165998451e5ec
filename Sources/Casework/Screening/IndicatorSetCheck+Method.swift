extension IndicatorSetCheck {
    /// Checks that a set carries what its method reads, and nothing that its method would ignore.
    mutating func checkMethod(
        _ method: IndicatorSet.Method,
        dimensions: [IndicatorSet.DimensionTitle],
        indicators: [Indicator]
    ) {
        switch method {
        case .elements: checkElements(indicators)
        case .list: break
        case .dimensions: checkDimensions(dimensions, indicators)
        }
        guard method != .dimensions else { return }
        if !dimensions.isEmpty { report("", .forbiddenByMethod(field: "dimensions")) }
        for indicator in indicators {
            if indicator.dimension != nil {
                report(indicator.code, .forbiddenByMethod(field: "dimension"))
            }
            if indicator.strengthAdult != nil {
                report(indicator.code, .forbiddenByMethod(field: "strengthAdult"))
            }
            if indicator.strengthChild != nil {
                report(indicator.code, .forbiddenByMethod(field: "strengthChild"))
            }
        }
    }

    private mutating func checkElements(_ indicators: [Indicator]) {
        for indicator in indicators where indicator.palermo.count != 1 {
            report(indicator.code, .requiredByMethod(field: "palermo"))
        }
        for element in PalermoElement.allCases
        where !indicators.contains(where: { $0.palermo == [element] }) {
            report("", .elementNotAsked(element))
        }
    }

    /// An indicator here speaks for an element through its dimension, so it has no tag of its own:
    /// one weak answer must not stand for a whole element.
    private mutating func checkDimensions(
        _ dimensions: [IndicatorSet.DimensionTitle],
        _ indicators: [Indicator]
    ) {
        for indicator in indicators {
            if let dimension = indicator.dimension {
                if !dimensions.contains(where: { $0.id == dimension }) {
                    report(indicator.code, .unknownDimension)
                }
            } else {
                report(indicator.code, .requiredByMethod(field: "dimension"))
            }
            if indicator.strengthAdult == nil, indicator.strengthChild == nil {
                report(indicator.code, .requiredByMethod(field: "strengthAdult"))
            }
            if !indicator.palermo.isEmpty {
                report(indicator.code, .forbiddenByMethod(field: "palermo"))
            }
        }
        for dimension in dimensions
        where !indicators.contains(where: { $0.dimension == dimension.id }) {
            report(dimension.id.rawValue, .emptyDimension)
        }
        if dimensions.isEmpty { report("", .requiredByMethod(field: "dimensions")) }
    }
}
