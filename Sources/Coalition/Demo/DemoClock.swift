package import Casework
import Synchronization

/// A clock that tells of days gone by while a demonstration is being filled, and then the time.
package final class DemoClock: Sendable {
    private let hoursBack = Mutex(0)

    package init() {}

    /// The time as this clock has it.
    package var now: Moment { Moment.now().adding(hours: -hoursBack.withLock { $0 }) }

    /// Sets the clock to so many hours ago.
    func set(hoursAgo: Int) {
        hoursBack.withLock { $0 = hoursAgo }
    }
}

extension Publisher {
    /// Moves the clock on and publishes what is there, as a node that runs all the time would have
    /// done by then.
    func tick(hoursAgo hours: Int, on clock: DemoClock) async {
        clock.set(hoursAgo: hours)
        await tick()
    }
}
