/// From which entry to which a key signs for a member.
package struct KeyTenure: Hashable, Sendable {
    package let member: MemberID
    /// The first position in the log that the key may sign at.
    package let begin: UInt64
    package private(set) var end: End?

    /// The entry that ended it, which the key itself may still have signed.
    package struct End: Hashable, Sendable {
        package let position: UInt64
        package let cause: Cause
    }

    /// Why a key signs nothing any more.
    package enum Cause: Hashable, Sendable {
        /// The member has another key now.
        case renewed
        /// It was lost or stolen at that time, as the one who retired it says.
        case retired(since: Moment)
        case membershipEnded
    }

    init(member: MemberID, begin: UInt64) {
        self.member = member
        self.begin = begin
    }

    /// Ends it, unless it has ended before: nothing that comes later makes a key good again.
    mutating func end(at position: UInt64, _ cause: Cause) {
        if end == nil { end = End(position: position, cause: cause) }
    }

    /// Whether the key may sign the entry at a position.
    package func covers(_ position: UInt64) -> Bool {
        position >= begin && position <= end?.position ?? .max
    }
}
