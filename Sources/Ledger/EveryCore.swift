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
}
