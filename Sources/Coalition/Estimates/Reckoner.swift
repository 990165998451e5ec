import Synchronization

/// Values that take seconds of a core to make: each made once, one after the other, away from the
/// threads that serve, and kept while there is room.
final class Reckoner<Key: Hashable & Sendable, Value: Sendable, Step: Sendable>: Sendable {
    /// How far a value is.
    enum State: Sendable {
        /// So many are to be made before it.
        case waiting(before: Int)
        /// What is being done, if it was told, and the share of it that is done, from 0 to 1.
        case working(step: Step?, share: Double)
        case done(Value)
        /// It cannot be made.
        case failed
        /// Too many wait; asking again later may help.
        case busy
    }

    /// Told how far a value is: what is being done, and the share of it that is done, from 0 to 1.
    typealias Progress = @Sendable (_ step: Step, _ share: Double) -> Void

    private struct Book {
        var states: [Key: State] = [:]
        var tasks: [Key: Task<Void, Never>] = [:]
        /// What waits, first come first.
        var queue: [Key] = []
        /// What was made, oldest first.
        var made: [Key] = []
        /// The last task that was begun, after which the next one takes its turn.
        var last: Task<Void, Never>?
    }

    private let book = Mutex(Book())
    private let thread: OwnThread
    private let places: Int
    private let room: Int

    /// - Parameters:
    ///   - label: names the thread.
    ///   - places: how many may wait.
    ///   - room: how many made values are kept.
    init(label: String, places: Int, room: Int) {
        thread = OwnThread(label: label)
        self.places = places
        self.room = room
    }

    /// How far a value is; one that is not known yet is begun.
    func state(
        of key: Key,
        making make: @escaping @Sendable (_ progress: @escaping Progress) async throws -> Value
    ) -> State {
        book.withLock { book in
            if let place = book.queue.firstIndex(of: key) { return .waiting(before: place) }
            if let state = book.states[key] { return state }
            guard book.queue.count < places else { return .busy }
            let state = State.waiting(before: book.queue.count)
            book.states[key] = state
            book.queue.append(key)
            let before = book.last
            let task = Task(executorPreference: thread) { [self] in
                await before?.value
                await work(on: key, make)
            }
            book.tasks[key] = task
            book.last = task
            return state
        }
    }

    /// Forgets the values of some keys, and stops making them.
    func forget(where isForgotten: (Key) -> Bool) {
        book.withLock { book in
            for key in book.states.keys where isForgotten(key) {
                book.tasks.removeValue(forKey: key)?.cancel()
                book.states[key] = nil
            }
            book.queue.removeAll(where: isForgotten)
            book.made.removeAll(where: isForgotten)
        }
    }

    private func work(
        on key: Key,
        _ make: @Sendable (@escaping Progress) async throws -> Value
    ) async {
        let isWanted = book.withLock { book in
            guard !Task.isCancelled, let place = book.queue.firstIndex(of: key) else {
                return false
            }
            book.queue.remove(at: place)
            book.states[key] = .working(step: nil, share: 0)
            return true
        }
        guard isWanted else { return }
        let value = try? await make { [weak self] step, share in
            self?.note(step, share, of: key)
        }
        book.withLock { book in
            guard !Task.isCancelled else { return }
            book.tasks[key] = nil
            book.states[key] = value.map { .done($0) } ?? .failed
            book.made.append(key)
            while book.made.count > room { book.states[book.made.removeFirst()] = nil }
        }
    }

    private func note(_ step: Step, _ share: Double, of key: Key) {
        book.withLock { book in
            guard case .working? = book.states[key] else { return }
            book.states[key] = .working(step: step, share: share)
        }
    }
}
