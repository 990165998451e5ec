/// JSON has no infinity: an interval is an array of two ends, and an end where the data set no bound is
/// null.
extension Interval {
    /// Reads the two ends.
    ///
    /// - Parameter decoder: Where from.
    /// - Throws: `DecodingError` when there are not two ends.
    public init(from decoder: any Decoder) throws {
        var ends = try decoder.unkeyedContainer()
        let low = try ends.decodeIfPresent(Double.self) ?? -.infinity
        let high = try ends.decodeIfPresent(Double.self) ?? .infinity
        guard ends.count == 2, low <= high else {
            throw DecodingError.dataCorruptedError(
                in: ends,
                debugDescription: "An interval is two ends, the lower one first."
            )
        }
        self.init(low: low, high: high)
    }

    /// Writes the two ends.
    ///
    /// - Parameter encoder: Where to.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var ends = encoder.unkeyedContainer()
        for end in [low, high] {
            if end.isFinite { try ends.encode(end) } else { try ends.encodeNil() }
        }
    }
}
