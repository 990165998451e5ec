import Dispatch
import Synchronization

/// Work on many things at once, as many as the machine has cores for.
enum EveryCore {
    /// Which of some things fail a check, in order.
    static func failures(
        among count: Int,
        passes: @Sendable (Int) -> Bool
    ) -> [Int] {
        let failures = Mutex<[Int]>([])
        DispatchQueue.concurrentPerform(iterations: count) { index in
            guard !passes(index) else { return }
            failures.withLock { $0.append(index) }
        }
        return failures.withLock { $0.sorted() }
    }

    /// The hashes of some leaves.
    static func leafHashes(of leaves: [ArraySlice<UInt8>]) -> [Digest32] {
        // To wake another core costs as much as some fifty hashes.
        let piece = 128
        guard leaves.count >= 2 * piece else { return leaves.map(MerkleTree.leafHash) }
        let pieces = map((leaves.count + piece - 1) / piece) { index in
            leaves[(index * piece)...].prefix(piece).map(MerkleTree.leafHash)
        }
        return pieces.flatMap(\.self)
    }

    /// What some work makes of each of some numbers, in their order.
    static func map<Made: Sendable>(
        _ count: Int,
        _ work: @Sendable (Int) -> Made
    ) -> [Made] {
        let made = Mutex<[Made?]>(Array(repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let one = work(index)
            made.withLock { $0[index] = one }
        }
        return made.withLock { $0.compactMap(\.self) }
    }

    /// The same, begun now and waited for later.
    static func mapAhead<Made: Sendable>(
        _ count: Int,
        _ work: @escaping @Sendable (Int) -> Made
    ) -> Ahead<[Made]> {
        let ahead = Ahead<[Made]>()
        DispatchQueue.global().async { ahead.finish(map(count, work)) }
        return ahead
    }

    /// What is being made on other threads.
    final class Ahead<Value: Sendable>: Sendable {
        private let made = Mutex<Value?>(nil)
        private let isMade = DispatchSemaphore(value: 0)

        /// What was made, as soon as it is.
        var value: Value {
            while true {
                if let value = made.withLock({ $0 }) { return value }
                isMade.wait()
            }
        }

        fileprivate func finish(_ value: Value) {
            made.withLock { $0 = value }
            isMade.signal()
        }
    }
}
