/// In JSON a report without a range or a lower bound says so: null, where what a method does not have is
/// absent.
extension EstimationReport {
    /// Writes all of the report.
    ///
    /// - Parameter encoder: Where to.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(version, forKey: .version)
        try container.encode(observed, forKey: .observed)
        try container.encode(lists, forKey: .lists)
        try container.encode(verdict, forKey: .verdict)
        try container.encode(reasons, forKey: .reasons)
        try container.encode(range, forKey: .range)
        try container.encode(lowerBound, forKey: .lowerBound)
        try container.encode(methods, forKey: .methods)
        try container.encode(listCounts, forKey: .listCounts)
        try container.encode(overlaps, forKey: .overlaps)
        try container.encode(histories, forKey: .histories)
        try container.encodeIfPresent(timesSeen, forKey: .timesSeen)
        try container.encodeIfPresent(sensitivity, forKey: .sensitivity)
        try container.encode(declarations, forKey: .declarations)
        try container.encode(accompanying, forKey: .accompanying)
        try container.encode(seed, forKey: .seed)
        try container.encode(resamples, forKey: .resamples)
        try container.encodeIfPresent(inputHash, forKey: .inputHash)
    }

    enum CodingKeys: String, CodingKey {
        case version, observed, lists, verdict, reasons, range, lowerBound, methods, listCounts
        case overlaps, histories, timesSeen, sensitivity, declarations, accompanying, seed
        case resamples, inputHash
    }
}
