package import Casework

/// The sessions of everybody who is signed in, kept in memory.
///
/// Of a token only the SHA-256 is kept. A restart of the node signs everybody out.
/// Every call says what time it is, so that a test can be any time.
package actor SessionStore<Payload: Sendable> {
    private struct Record {
        var session: Session<Payload>
        let startedAt: Moment
        var lastUsedAt: Moment
    }

    private let limits: SessionLimits
    private var records: [[UInt8]: Record] = [:]

    package init(limits: SessionLimits = SessionLimits()) {
        self.limits = limits
    }

    /// Begins a session and returns the token for its cookie.
    ///
    /// If the store is full the session that was used longest ago ends.
    package func begin(_ payload: Payload, now: Moment) -> SecretToken {
        removeEnded(now)
        if records.count >= limits.count,
            let oldest = records.min(by: { $0.value.lastUsedAt < $1.value.lastUsedAt })
        {
            records[oldest.key] = nil
        }
        let token = SecretToken()
        records[token.digest] = Record(
            session: Session(payload: payload),
            startedAt: now,
            lastUsedAt: now
        )
        return token
    }

    /// The session that a cookie's value stands for; finding it counts as use.
    ///
    /// - Returns: nil if there is none, or it ended by itself.
    package func find(_ cookie: String?, now: Moment) -> Session<Payload>? {
        guard let key = cookie.flatMap({ SecretToken(text: $0) })?.digest,
            var record = records[key]
        else { return nil }
        guard isLive(record, now) else {
            records[key] = nil
            return nil
        }
        record.lastUsedAt = max(record.lastUsedAt, now)
        records[key] = record
        return record.session
    }

    /// Ends the session of a cookie's value, if there is one.
    package func end(_ cookie: String?) {
        guard let key = cookie.flatMap({ SecretToken(text: $0) })?.digest else { return }
        records[key] = nil
    }

    /// Ends every session whose payload is like this, such as all of a member who was removed.
    package func endAll(where isConcerned: @Sendable (Payload) -> Bool) {
        records = records.filter { !isConcerned($0.value.session.payload) }
    }

    /// How many sessions are held, including any that have just run out.
    package var count: Int { records.count }

    private func removeEnded(_ now: Moment) {
        records = records.filter { isLive($0.value, now) }
    }

    private func isLive(_ record: Record, _ now: Moment) -> Bool {
        now.milliseconds - record.lastUsedAt.milliseconds < limits.idleMinutes * 60_000
            && now.milliseconds - record.startedAt.milliseconds < limits.totalMinutes * 60_000
    }
}

/// One member's session.
package struct Session<Payload: Sendable>: Sendable {
    package let payload: Payload
    /// What every form of this session must carry; see `FormFields`.
    package let formToken: SecretToken

    package init(payload: Payload, formToken: SecretToken = SecretToken()) {
        self.payload = payload
        self.formToken = formToken
    }
}

/// When sessions end, and how many there may be.
///
/// The times follow OWASP's session management advice for sensitive systems: half an hour
/// unused, half a day in all.
package struct SessionLimits: Sendable {
    package var idleMinutes: Int64
    package var totalMinutes: Int64
    package var count: Int

    package init(idleMinutes: Int64 = 30, totalMinutes: Int64 = 12 * 60, count: Int = 10_000) {
        self.idleMinutes = idleMinutes
        self.totalMinutes = totalMinutes
        self.count = count
    }
}
