#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The processor time of this process, over all its threads.
struct ProcessorClock {
    private var last = Self.now

    /// The seconds since the clock was made or read.
    mutating func lap() -> Double {
        let now = Self.now
        defer { last = now }
        return now - last
    }

    private static var now: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
