/// A part of a name.
enum NamePart {
    case given
    case surnames
}

/// The places of the bits that are set, lowest first.
struct Bits: Sequence, IteratorProtocol {
    private var rest: UInt8

    init(_ bits: UInt8) {
        rest = bits
    }

    @inline(__always)
    mutating func next() -> Int? {
        guard rest != 0 else { return nil }
        defer { rest &= rest &- 1 }
        return rest.trailingZeroBitCount
    }
}

/// Which tokens of two names have found each other, and how.
struct NameAlignment {
    /// The tokens of one name, as bits by their place.
    struct Side {
        /// How many tokens there are.
        let count: Int
        /// The given names.
        var given: UInt8
        /// The surnames.
        var surnames: UInt8
        /// The tokens that have found no other yet.
        var open: UInt8

        /// Reads how many given names and surnames there are from a row's first word.
        @inline(__always)
        init(_ counts: UInt32) {
            let givenCount = Int(counts & 15)
            count = min(8, givenCount + Int(counts >> 4 & 15))
            let every: UInt8 = count == 8 ? 255 : 1 << UInt8(count) &- 1
            open = every
            given = every & (givenCount >= 8 ? 255 : 1 << UInt8(givenCount) &- 1)
            surnames = every & ~given
        }

        var all: UInt8 { given | surnames }

        @inline(__always)
        func of(_ part: NamePart) -> UInt8 { part == .given ? given : surnames }

        @inline(__always)
        func open(_ part: NamePart) -> UInt8 { of(part) & open }

        /// The open tokens of a part after which another follows.
        @inline(__always)
        func neighbours(_ part: NamePart) -> UInt8 {
            let tokens = open(part)
            return tokens & tokens >> 1
        }

        mutating func exchange() { swap(&given, &surnames) }

        /// Moves a token to the other part, unless it is the only one of its own.
        mutating func move(_ token: UInt8) -> Bool {
            let isGiven = given & token != 0
            guard (isGiven ? given : surnames) != token else { return false }
            given ^= token
            surnames ^= token
            return true
        }
    }

    /// What has been found in one part.
    private struct Found {
        var equal = 0
        var near = 0
        var initials = 0
        var isAlike = false
        /// The least likeness among the resembling tokens.
        var least = TokenLikeness.nickname
        var quarterBits = 0
    }

    var left: Side
    var right: Side
    private(set) var order = Level.Finding.missing
    private var given = Found()
    private var surnames = Found()

    init(left: Side, right: Side) {
        self.left = left
        self.right = right
    }

    /// Whether both sides have tokens of a part that have found no other.
    @inline(__always)
    func isOpen(_ part: NamePart) -> Bool {
        left.open(part) != 0 && right.open(part) != 0
    }

    /// Whether none of some tokens has found another.
    func areOpen(_ tokens: UInt8, _ others: UInt8) -> Bool {
        left.open & tokens == tokens && right.open & others == others
    }

    /// Matches equal tokens: byte *i* of `equal` has the right tokens that the *i*-th left one equals.
    ///
    /// When more tokens agree across the parts than within them, given names and surnames of the
    /// right one are taken as exchanged.
    mutating func matchEqual(_ equal: UInt64, _ traits: [TokenTraits], _ tokens: Span<UInt32>) {
        var (within, across) = (0, 0)
        for place in 0..<left.count {
            let others = UInt8(truncatingIfNeeded: equal &>> UInt64(8 &* place))
            guard others != 0 else { continue }
            let part: NamePart = left.given &>> UInt8(place) & 1 == 1 ? .given : .surnames
            if others & right.of(part) != 0 { within &+= 1 } else { across &+= 1 }
        }
        order = across > within ? .exchanged : .asWritten
        if across > within { right.exchange() }
        for isMoved in [false, true] where !isMoved || across > 0 && within > 0 {
            for place in 0..<left.count {
                let token: UInt8 = 1 &<< UInt8(place)
                let others = UInt8(truncatingIfNeeded: equal &>> UInt64(8 &* place)) & right.open
                guard others != 0, left.open & token != 0 else { continue }
                let information = Int(traits[Int(tokens[place &+ 1])].information)
                if isMoved {
                    matchMoved(token, others & (0 &- others), information)
                } else {
                    let part: NamePart = left.given & token != 0 ? .given : .surnames
                    let fitting = others & right.of(part)
                    guard fitting != 0 else { continue }
                    matchEqual(part, token, fitting & (0 &- fitting), information)
                }
            }
        }
    }

    private mutating func matchMoved(_ token: UInt8, _ other: UInt8, _ quarterBits: Int) {
        let isGiven = left.given & token != 0
        if isGiven ? left.move(token) : right.move(other) {
            matchEqual(.surnames, token, other, quarterBits)
        } else if isGiven ? right.move(other) : left.move(token) {
            matchEqual(.given, token, other, quarterBits)
        } else {
            return
        }
        if order == .asWritten { order = .movedPart }
    }

    private mutating func matchEqual(
        _ part: NamePart,
        _ token: UInt8,
        _ other: UInt8,
        _ quarterBits: Int
    ) {
        left.open &= ~token
        right.open &= ~other
        change(part) {
            $0.equal += 1
            $0.quarterBits += quarterBits
        }
    }

    /// Matches tokens of a part that resemble each other.
    mutating func match(
        _ part: NamePart,
        left token: UInt8,
        right other: UInt8,
        _ likeness: TokenLikeness,
        _ quarterBits: Int
    ) {
        switch likeness {
        case .different: return
        case .alike:
            change(part) { $0.isAlike = true }
            return
        case .initial: change(part) { $0.initials += 1 }
        case .otherSpelling, .soundsAlike, .nickname:
            change(part) {
                $0.near += 1
                $0.least = min($0.least, likeness)
                $0.quarterBits += quarterBits
            }
        }
        left.open &= ~token
        right.open &= ~other
    }

    private mutating func change(_ part: NamePart, _ body: (inout Found) -> Void) {
        if part == .given { body(&given) } else { body(&surnames) }
    }

    /// What was found in a part.
    @inline(__always)
    func verdict(_ part: NamePart) -> Verdict {
        guard left.of(part) != 0, right.of(part) != 0 else { return .missing }
        let found = part == .given ? given : surnames
        guard found.equal + found.near > 0 else {
            return Verdict(found.initials > 0 ? .initial : found.isAlike ? .alike : .different)
        }
        let leftOver = left.open(part) != 0
        let rightOver = right.open(part) != 0
        let finding: Level.Finding =
            if leftOver && rightOver {
                .partly
            } else if found.near > 0 {
                found.least.finding
            } else if leftOver || rightOver || found.initials > 0 {
                .oneSaysMore
            } else {
                .same
            }
        return Verdict(finding, quarterBits: found.quarterBits)
    }
}
