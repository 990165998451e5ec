/// Compares the names of two records as two sets of tokens that are aligned jointly.
///
/// Tokens are matched whatever order they stand in: first equal ones in the same part of the name,
/// then equal ones in the other part, then joined spellings, then resembling ones. What is left
/// over on each side, and in which part, is the finding: a given name that conflicts under the
/// same surnames marks a sibling; a surname that one side lacks is no conflict.
struct NameComparison: Sendable {
    private let vocabulary: Vocabulary
    private let information: [UInt8]
    private var masks = MatchMasks()

    struct Result: Equatable {
        var given = Verdict.missing
        var surnames = Verdict.missing
        var order = Level.Finding.missing
    }

    init(_ table: RecordTable) {
        vocabulary = table.names.vocabulary
        information = table.names.vocabulary.counts.map {
            Information.quarterBits(count: $0, total: table.count)
        }
    }

    /// Compares two names, each given as the place of its words in `rows`.
    mutating func compare(_ rows: [UInt32], _ left: Int, _ right: Int) -> Result {
        var pair = NameAlignment(
            left: NameAlignment.Side(rows[left]),
            right: NameAlignment.Side(rows[right])
        )
        guard pair.left.all != 0, pair.right.all != 0 else { return Result() }
        let left = left + 1
        let right = right + 1
        var equal = SIMD8<UInt8>()
        for place in 0..<pair.left.count {
            for other in 0..<pair.right.count where rows[left + place] == rows[right + other] {
                equal[place] |= 1 << UInt8(other)
            }
        }
        pair.matchEqual(equal) { Int(information[Int(rows[left + $0])]) }
        for part in [NamePart.given, .surnames] where pair.isOpen(part) {
            matchJoined(&pair, part, rows, left, right)
            matchAlike(&pair, part, rows, left, right)
        }
        return Result(
            given: pair.verdict(.given),
            surnames: pair.verdict(.surnames),
            order: pair.order
        )
    }

    private func matchJoined(
        _ pair: inout NameAlignment,
        _ part: NamePart,
        _ rows: [UInt32],
        _ left: Int,
        _ right: Int
    ) {
        for place in Bits(pair.left.open(part)) {
            for other in Bits(pair.right.neighbours(part)) {
                let parts = (Int(rows[right + other]), Int(rows[right + other + 1]))
                let whole = Int(rows[left + place])
                if isJoined(whole, parts), pair.right.open(part) >> UInt8(other) & 3 == 3 {
                    pair.join(part, left: 1 << place, right: 3 << other, bits(whole, parts))
                    break
                }
            }
        }
        for other in Bits(pair.right.open(part)) {
            for place in Bits(pair.left.neighbours(part)) {
                let parts = (Int(rows[left + place]), Int(rows[left + place + 1]))
                let whole = Int(rows[right + other])
                if isJoined(whole, parts), pair.left.open(part) >> UInt8(place) & 3 == 3 {
                    pair.join(part, left: 3 << place, right: 1 << other, bits(whole, parts))
                    break
                }
            }
        }
    }

    private func isJoined(_ whole: Int, _ parts: (Int, Int)) -> Bool {
        let whole = vocabulary[whole]
        let first = vocabulary[parts.0]
        return whole.count == first.count + vocabulary[parts.1].count
            && whole.starts(with: first) && whole.dropFirst(first.count) == vocabulary[parts.1]
    }

    private func bits(_ whole: Int, _ parts: (Int, Int)) -> Int {
        min(Int(information[whole]), Int(information[parts.0]) + Int(information[parts.1]))
    }

    private mutating func matchAlike(
        _ pair: inout NameAlignment,
        _ part: NamePart,
        _ rows: [UInt32],
        _ left: Int,
        _ right: Int
    ) {
        while true {
            var best = TokenLikeness.different
            var found = (place: 0, other: 0)
            for place in Bits(pair.left.open(part)) {
                for other in Bits(pair.right.open(part)) {
                    let likeness = likeness(
                        Int(rows[left + place]),
                        Int(rows[right + other]),
                        part
                    )
                    if likeness > best {
                        best = likeness
                        found = (place, other)
                    }
                }
            }
            guard best > .different else { return }
            let quarterBits = min(
                information[Int(rows[left + found.place])],
                information[Int(rows[right + found.other])]
            )
            pair.match(
                part,
                left: 1 << found.place,
                right: 1 << found.other,
                best,
                Int(quarterBits)
            )
            if best == .alike { return }
        }
    }

    private mutating func likeness(_ left: Int, _ right: Int, _ part: NamePart) -> TokenLikeness {
        if part == .given, vocabulary.nicknames[left] != 0,
            vocabulary.nicknames[left] == vocabulary.nicknames[right]
        {
            return .nickname
        }
        let leftBytes = vocabulary[left]
        let rightBytes = vocabulary[right]
        if vocabulary.skeletons[left] == vocabulary.skeletons[right], leftBytes.count > 1 {
            return .soundsAlike
        }
        return TokenLikeness.byLetters(leftBytes.span, rightBytes.span, &masks)
    }
}
