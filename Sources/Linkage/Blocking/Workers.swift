import Dispatch
import Synchronization

/// Work shared among threads, piece by piece.
enum Workers {
    /// Calls `work` once for each number below `count`, on `threads` threads at a time, each with a state of
    /// its own that it keeps from piece to piece and gives up at the end.
    static func run<State: ~Copyable>(
        _ count: Int,
        threads: Int,
        state: @Sendable () -> State,
        work: @Sendable (inout State, Int) -> Void,
        finish: @Sendable (consuming State) -> Void
    ) {
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: min(max(threads, 1), max(count, 1))) { _ in
            var state = state()
            while true {
                let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
                if number >= count { break }
                work(&state, number)
            }
            finish(state)
        }
    }
}
