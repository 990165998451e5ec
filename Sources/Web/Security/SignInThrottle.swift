package import Casework

/// Slows down whoever guesses passwords, for each account and for the whole node.
///
/// After five failures an account waits 30 s, then twice as long after each further failure, up
/// to 15 minutes. All accounts together may fail 100 times in a minute, against guesses spread
/// over many accounts. An account is told apart by whatever text was typed, whether it exists or
/// not, so that the answer gives nothing away.
package actor SignInThrottle {
    private struct Failures {
        var count = 0
        var lastAt: Moment
    }

    private static let freeFailures = 5
    private static let firstWait: Int64 = 30_000
    private static let longestWait: Int64 = 15 * 60_000
    private static let memory: Int64 = 24 * 3_600_000
    private static let globalLimit = 100
    private static let globalWindow: Int64 = 60_000
    private static let accountLimit = 50_000

    private var accounts: [String: Failures] = [:]
    private var recent: [Moment] = []

    package init() {}

    /// Asks whether a password may be tried now.
    ///
    /// A yes counts as a failure until `succeeded` says otherwise, so that many tries at once are
    /// no way around.
    ///
    /// - Returns: whole seconds to wait; nil if the try may go on.
    package func admit(_ account: String, now: Moment) -> Int? {
        recent.removeAll { now.milliseconds - $0.milliseconds >= Self.globalWindow }
        let globalWait =
            recent.count >= Self.globalLimit
            ? recent.first.map { $0.milliseconds + Self.globalWindow - now.milliseconds } : nil
        let wait = max(globalWait ?? 0, accountWait(account, now))
        guard wait <= 0 else { return Int((wait + 999) / 1000) }
        forgetOld(now)
        accounts[account, default: Failures(lastAt: now)].count += 1
        accounts[account]?.lastAt = now
        recent.append(now)
        return nil
    }

    /// Says that the last try of an account was right: its failures are forgotten.
    package func succeeded(_ account: String) {
        if let failures = accounts.removeValue(forKey: account),
            let index = recent.lastIndex(of: failures.lastAt)
        {
            recent.remove(at: index)
        }
    }

    private func accountWait(_ account: String, _ now: Moment) -> Int64 {
        guard let failures = accounts[account], failures.count >= Self.freeFailures else {
            return 0
        }
        let doublings = min(failures.count - Self.freeFailures, 10)
        let wait = min(Self.firstWait << Int64(doublings), Self.longestWait)
        return failures.lastAt.milliseconds + wait - now.milliseconds
    }

    /// Keeps memory bounded: first what is a day old, then, under a flood of made-up accounts,
    /// those that may still try freely.
    private func forgetOld(_ now: Moment) {
        guard accounts.count >= Self.accountLimit else { return }
        accounts = accounts.filter { now.milliseconds - $0.value.lastAt.milliseconds < Self.memory }
        guard accounts.count >= Self.accountLimit else { return }
        accounts = accounts.filter { $0.value.count >= Self.freeFailures }
    }
}
