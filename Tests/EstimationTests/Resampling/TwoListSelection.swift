import Synchronization

@testable import Estimation

/// The independence model of two lists, whose estimate is Lincoln's: *n*₁ *n*₂ / *m*.
struct TwoListSelection: Selection {
    /// How many tables were estimated from, by all workers.
    final class Count: Sendable {
        let value = Mutex(0)
    }

    let estimated = Count()

    struct Worker: SelectionWorker {
        let estimated: Count

        mutating func estimate(_ counts: [Double]) -> Double? {
            estimated.value.withLock { $0 += 1 }
            return counts[3] > 0
                ? (counts[1] + counts[3]) * (counts[2] + counts[3]) / counts[3] : nil
        }
    }

    func makeWorker(for table: CaptureTable) -> Worker { Worker(estimated: estimated) }
}

extension CaptureTable {
    /// Two lists: people on the first alone, on the second alone, and on both.
    static func pair(_ first: Double, _ second: Double, both: Double) throws -> CaptureTable {
        try CaptureTable(lists: ["a", "b"], counts: [0, first, second, both])
    }
}
