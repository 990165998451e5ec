import Synchronization

/// Tables to estimate from, by number, that several tasks take in small pieces, and their estimates.
final class SharedWork: Sendable {
    private struct State {
        var taken = 0
        var done = 0
        var estimates: [Double?]
    }

    /// Small enough that nobody waits long for the last task, large enough that taking costs nothing.
    private static let pieceSize = 8

    private let count: Int
    private let state: Mutex<State>
    private let progress: (@Sendable (Int, Int) -> Void)?

    init(count: Int, progress: (@Sendable (Int, Int) -> Void)?) {
        self.count = count
        self.progress = progress
        state = Mutex(State(estimates: Array(repeating: nil, count: count)))
    }

    /// The next piece, or nil when all are taken.
    func take() -> Range<Int>? {
        state.withLock { state in
            guard state.taken < count else { return nil }
            let start = state.taken
            state.taken = min(count, start + Self.pieceSize)
            return start..<state.taken
        }
    }

    /// Hands in the estimates of a piece, or of its beginning when the task was cancelled.
    func put(_ estimates: [Double?], of piece: Range<Int>) {
        state.withLock { state in
            for (item, estimate) in zip(piece, estimates) {
                state.estimates[item] = estimate.flatMap { $0.isFinite ? $0 : nil }
            }
            state.done += estimates.count
            progress?(state.done, count)
        }
    }

    /// The estimates by number, or nil when some were not worked on.
    func finished() -> [Double?]? {
        state.withLock { $0.done == count ? $0.estimates : nil }
    }
}
