import Synchronization
import Testing

@testable import Coalition

struct ReckonerTests {
    private typealias Numbers = Reckoner<Int, Int, String>

    /// A gate that stays shut until somebody opens it.
    private final class Gate: Sendable {
        private let (stream, continuation) = AsyncStream<Void>.makeStream()
        func open() { continuation.finish() }
        func pass() async { for await _ in stream {} }
    }

    private static func reckoner(places: Int = 3, room: Int = 3) -> Numbers {
        Numbers(label: "test", places: places, room: room)
    }

    private static func value(of key: Int, in numbers: Numbers) async throws -> Int? {
        while true {
            switch numbers.state(of: key, making: { _ in key * key }) {
            case .done(let value): return value
            case .failed: return nil
            case .waiting, .working, .busy: try await Task.sleep(for: .milliseconds(1))
            }
        }
    }

    @Test func `a value is made once, however often it is asked for`() async throws {
        let numbers = Self.reckoner()
        let made = Mutex(0)
        for _ in 0..<50 {
            _ = numbers.state(of: 7) { _ in
                made.withLock { $0 += 1 }
                return 49
            }
        }
        #expect(try await Self.value(of: 7, in: numbers) == 49)
        #expect(made.withLock { $0 } == 1)
    }

    @Test func `one is made at a time, in the order in which they were asked for`() async throws {
        let numbers = Self.reckoner(places: 20, room: 20)
        let course = Mutex<[String]>([])
        for key in 0..<10 {
            _ = numbers.state(of: key) { _ in
                course.withLock { $0.append("begin \(key)") }
                await Task.yield()
                course.withLock { $0.append("end \(key)") }
                return key * key
            }
        }
        #expect(try await Self.value(of: 9, in: numbers) == 81)
        #expect(course.withLock { $0 } == (0..<10).flatMap { ["begin \($0)", "end \($0)"] })
    }

    @Test func `whoever waits is told how many come before, and too many are turned away`()
        async throws
    {
        let numbers = Self.reckoner(places: 2)
        let gate = Gate()
        let begun = Gate()
        _ = numbers.state(of: 0) { progress in
            progress("half", 0.5)
            begun.open()
            await gate.pass()
            return 0
        }
        await begun.pass()
        guard case .working(let step, let share) = numbers.state(of: 0, making: { _ in 0 }) else {
            Issue.record("not at work")
            return
        }
        #expect(step == "half" && share == 0.5)
        for (key, expected) in [(1, 0), (2, 1), (1, 0)] {
            guard case .waiting(let before) = numbers.state(of: key, making: { _ in key * key })
            else {
                Issue.record("\(key) does not wait")
                return
            }
            #expect(before == expected)
        }
        guard case .busy = numbers.state(of: 3, making: { _ in 9 }) else {
            Issue.record("a third one waits")
            return
        }
        gate.open()
        #expect(try await Self.value(of: 2, in: numbers) == 4)
        #expect(try await Self.value(of: 3, in: numbers) == 9)
    }

    @Test func `what cannot be made is said to be so`() async throws {
        struct Broken: Error {}
        let numbers = Self.reckoner()
        _ = numbers.state(of: 1) { _ in throw Broken() }
        #expect(try await Self.value(of: 1, in: numbers) == nil)
    }

    @Test func `what is forgotten stops being made, and can be made again`() async throws {
        let numbers = Self.reckoner()
        let begun = Gate()
        let gate = Gate()
        let wasCancelled = Mutex(false)
        _ = numbers.state(of: 5) { _ in
            begun.open()
            await gate.pass()
            wasCancelled.withLock { $0 = Task.isCancelled }
            return -1
        }
        await begun.pass()
        numbers.forget { $0 == 5 }
        gate.open()
        #expect(try await Self.value(of: 5, in: numbers) == 25)
        #expect(wasCancelled.withLock { $0 })
    }

    @Test func `the oldest values make room for new ones`() async throws {
        let numbers = Self.reckoner(room: 2)
        for key in 1...3 { _ = try await Self.value(of: key, in: numbers) }
        guard case .done = numbers.state(of: 3, making: { _ in 0 }) else {
            Issue.record("the newest is gone")
            return
        }
        guard case .waiting = numbers.state(of: 1, making: { _ in 1 }) else {
            Issue.record("the oldest is still there")
            return
        }
    }
}
