import Casework
import Testing
import Web

private let start = Moment(milliseconds: 1_700_000_000_000)

private func minutes(_ count: Int64) -> Moment {
    Moment(milliseconds: start.milliseconds + count * 60_000)
}

@Suite struct SessionStoreTests {
    @Test func `a token leads to its session, and nothing else does`() async {
        let store = SessionStore<String>()
        let token = await store.begin("Ana", now: start)
        let other = await store.begin("Eva", now: start)
        #expect(await store.find(token.text, now: start)?.payload == "Ana")
        #expect(await store.find(other.text, now: start)?.payload == "Eva")
        #expect(await store.find(nil, now: start) == nil)
        #expect(await store.find("", now: start) == nil)
        #expect(await store.find(token.text.uppercased() + "x", now: start) == nil)
        #expect(await store.find(SecretToken().text, now: start) == nil)
    }

    @Test func `half an hour unused ends a session`() async {
        let store = SessionStore<String>()
        let token = await store.begin("Ana", now: start)
        #expect(await store.find(token.text, now: minutes(29)) != nil)
        #expect(await store.find(token.text, now: minutes(58)) != nil)
        #expect(await store.find(token.text, now: minutes(88)) == nil)
        #expect(await store.find(token.text, now: minutes(58)) == nil)
    }

    @Test func `half a day ends a session however much it is used`() async {
        let store = SessionStore<String>()
        let token = await store.begin("Ana", now: start)
        for count in stride(from: Int64(20), to: 720, by: 20) {
            #expect(await store.find(token.text, now: minutes(count)) != nil)
        }
        #expect(await store.find(token.text, now: minutes(720)) == nil)
    }

    @Test func `the node can end sessions at once`() async {
        let store = SessionStore<String>()
        let first = await store.begin("Ana", now: start)
        let second = await store.begin("Ana", now: start)
        let third = await store.begin("Eva", now: start)
        await store.end(first.text)
        #expect(await store.find(first.text, now: start) == nil)
        await store.endAll { $0 == "Ana" }
        #expect(await store.find(second.text, now: start) == nil)
        #expect(await store.find(third.text, now: start) != nil)
    }

    @Test func `a full store lets go of the session unused longest`() async {
        let store = SessionStore<Int>(limits: SessionLimits(count: 2))
        let first = await store.begin(1, now: minutes(0))
        let second = await store.begin(2, now: minutes(1))
        _ = await store.find(first.text, now: minutes(2))
        let third = await store.begin(3, now: minutes(3))
        #expect(await store.count == 2)
        #expect(await store.find(first.text, now: minutes(3)) != nil)
        #expect(await store.find(second.text, now: minutes(3)) == nil)
        #expect(await store.find(third.text, now: minutes(3)) != nil)
    }

    @Test func `tokens are 256 bits and never the same`() {
        let tokens = (0..<1000).map { _ in SecretToken().text }
        #expect(Set(tokens).count == 1000)
        #expect(tokens.allSatisfy { SecretToken(text: $0)?.text == $0 && $0.utf8.count == 64 })
    }

    @Test func `only the very token matches`() {
        let token = SecretToken()
        #expect(token.matches(token.text))
        #expect(!token.matches(""))
        #expect(!token.matches(String(token.text.dropLast())))
        #expect(!token.matches(SecretToken().text))
    }
}

@Suite struct SignInThrottleTests {
    @Test func `five tries are free and then waits double up to a quarter of an hour`() async {
        let throttle = SignInThrottle()
        var now = start
        for _ in 0..<5 {
            #expect(await throttle.admit("ana", now: now) == nil)
        }
        for wait in [30, 60, 120, 240, 480, 900, 900] {
            #expect(await throttle.admit("ana", now: now) == wait)
            now = Moment(milliseconds: now.milliseconds + Int64(wait) * 1000)
            #expect(await throttle.admit("ana", now: now) == nil)
        }
    }

    @Test func `one account's waits are not another's`() async {
        let throttle = SignInThrottle()
        for _ in 0..<5 { _ = await throttle.admit("ana", now: start) }
        #expect(await throttle.admit("ana", now: start) != nil)
        #expect(await throttle.admit("eva", now: start) == nil)
    }

    @Test func `signing in forgets the failures`() async {
        let throttle = SignInThrottle()
        for _ in 0..<200 {
            #expect(await throttle.admit("ana", now: start) == nil)
            await throttle.succeeded("ana")
        }
    }

    @Test func `guesses spread over many accounts are slowed too`() async {
        let throttle = SignInThrottle()
        for number in 0..<100 {
            #expect(await throttle.admit("account \(number)", now: start) == nil)
        }
        #expect(await throttle.admit("another", now: start) == 60)
        #expect(await throttle.admit("another", now: minutes(1)) == nil)
    }
}
