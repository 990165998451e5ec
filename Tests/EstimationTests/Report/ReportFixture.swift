import Estimation

/// Tables whose truth is known.
enum ReportFixture {
    /// How many people there are.
    static let size = 10_000.0

    /// The expected counts of four independent lists, rounded.
    static func independent() throws -> CaptureTable {
        let shares = [0.3, 0.4, 0.35, 0.25]
        let counts = (0..<16).map { history in
            history == 0
                ? 0
                : shares.enumerated().reduce(size) {
                    $0 * (history >> $1.offset & 1 == 1 ? $1.element : 1 - $1.element)
                }.rounded()
        }
        return try CaptureTable(lists: ["a", "b", "c", "d"], counts: counts)
    }
}
