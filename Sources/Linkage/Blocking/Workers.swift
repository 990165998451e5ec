import Dispatch
import Synchronization

/// Work shared among threads, piece by piece.
enum Workers {
    /// Calls `work` once for each number below `count`, `threads` of them at a time.
    static func run(_ count: Int, threads: Int, _ work: @Sendable (Int) -> Void) {
        let threads = min(max(threads, 1), count)
        guard threads > 1 else {
            for number in 0..<count { work(number) }
            return
        }
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            while true {
                let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
                if number >= count { return }
                work(number)
            }
        }
    }
}
