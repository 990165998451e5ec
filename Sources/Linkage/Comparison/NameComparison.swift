/// Compares the names of two records as two sets of tokens that are aligned jointly.
///
/// Tokens are matched whatever order they stand in: first equal ones in the same part of the name,
/// then equal ones in the other part, then joined spellings, then resembling ones. What is left
/// over on each side, and in which part, is the finding: a given name that conflicts under the
/// same surnames marks a sibling; a surname that one side lacks is no conflict.
struct NameComparison: Sendable {
    private let vocabulary: Vocabulary
    private let traits: [TokenTraits]

    struct Result: Equatable {
        var given = Verdict.missing
        var surnames = Verdict.missing
        var order = Level.Finding.missing
    }

    init(_ table: RecordTable) {
        vocabulary = table.names.vocabulary
        traits = TokenTraits.all(of: table)
    }

    /// Compares two names, each given as a row's words: how many tokens, then the tokens.
    func compare(
        _ left: Span<UInt32>,
        _ right: Span<UInt32>,
        _ memory: inout ComparisonMemory
    ) -> Result {
        var pair = NameAlignment(
            left: NameAlignment.Side(left[0]),
            right: NameAlignment.Side(right[0])
        )
        guard pair.left.count > 0, pair.right.count > 0 else { return Result() }
        var equal: UInt64 = 0
        for place in 0..<pair.left.count {
            let token = left[place &+ 1]
            var row: UInt64 = 0
            for other in 0..<pair.right.count {
                row |= (token == right[other &+ 1] ? 1 : 0) &<< UInt64(other)
            }
            equal |= row &<< UInt64(8 &* place)
        }
        if equal != 0 { pair.matchEqual(equal, traits, left) }
        if pair.isOpen(.given) { match(&pair, .given, left, right, &memory) }
        if pair.isOpen(.surnames) { match(&pair, .surnames, left, right, &memory) }
        return Result(
            given: pair.verdict(.given),
            surnames: pair.verdict(.surnames),
            order: pair.order
        )
    }

    private func match(
        _ pair: inout NameAlignment,
        _ part: NamePart,
        _ left: Span<UInt32>,
        _ right: Span<UInt32>,
        _ memory: inout ComparisonMemory
    ) {
        for place in Bits(pair.right.neighbours(part)) {
            for whole in Bits(pair.left.open(part)) {
                let tokens = (left[whole + 1], right[place + 1], right[place + 2])
                guard pair.areOpen(1 << whole, 3 << place), let bits = joined(tokens) else {
                    continue
                }
                pair.match(part, left: 1 << whole, right: 3 << place, .otherSpelling, bits)
            }
        }
        for place in Bits(pair.left.neighbours(part)) {
            for whole in Bits(pair.right.open(part)) {
                let tokens = (right[whole + 1], left[place + 1], left[place + 2])
                guard pair.areOpen(3 << place, 1 << whole), let bits = joined(tokens) else {
                    continue
                }
                pair.match(part, left: 3 << place, right: 1 << whole, .otherSpelling, bits)
            }
        }
        while matchMostAlike(&pair, part, left, right, &memory) {}
    }

    /// How much information two tokens and the one that joins them share; nil if it does not.
    @inline(__always)
    private func joined(_ tokens: (whole: UInt32, first: UInt32, second: UInt32)) -> Int? {
        let whole = traits[Int(tokens.whole)]
        let (first, second) = (traits[Int(tokens.first)], traits[Int(tokens.second)])
        guard whole.first == first.first,
            Int(whole.length) == Int(first.length) &+ Int(second.length),
            isJoined(Int(tokens.whole), Int(tokens.first), Int(tokens.second))
        else { return nil }
        return min(Int(whole.information), Int(first.information) &+ Int(second.information))
    }

    @inline(never)
    private func isJoined(_ whole: Int, _ first: Int, _ second: Int) -> Bool {
        vocabulary[whole].elementsEqual(vocabulary[first] + vocabulary[second])
    }

    /// Matches the two open tokens of a part that are most alike, and says whether to go on.
    private func matchMostAlike(
        _ pair: inout NameAlignment,
        _ part: NamePart,
        _ left: Span<UInt32>,
        _ right: Span<UInt32>,
        _ memory: inout ComparisonMemory
    ) -> Bool {
        var best = TokenLikeness.different
        var (bestPlace, bestOther) = (0, 0)
        for place in Bits(pair.left.open(part)) {
            for other in Bits(pair.right.open(part)) {
                let likeness = likeness(
                    Int(left[place &+ 1]),
                    Int(right[other &+ 1]),
                    part,
                    &memory
                )
                guard likeness > best else { continue }
                best = likeness
                (bestPlace, bestOther) = (place, other)
            }
        }
        guard best > .different else { return false }
        let quarterBits = min(
            traits[Int(left[bestPlace + 1])].information,
            traits[Int(right[bestOther + 1])].information
        )
        pair.match(part, left: 1 << bestPlace, right: 1 << bestOther, best, Int(quarterBits))
        return best > .alike && pair.isOpen(part)
    }

    @inline(__always)
    private func likeness(
        _ left: Int,
        _ right: Int,
        _ part: NamePart,
        _ memory: inout ComparisonMemory
    ) -> TokenLikeness {
        let (first, second) = (traits[left], traits[right])
        if part == .given, first.nickname != 0, first.nickname == second.nickname {
            return .nickname
        }
        if first.skeleton == second.skeleton, first.length > 1, second.length > 1 {
            return .soundsAlike
        }
        guard TokenTraits.mayBeAlike(first, second) else { return .different }
        return remembered(left, right, &memory)
    }

    @inline(never)
    private func remembered(
        _ left: Int,
        _ right: Int,
        _ memory: inout ComparisonMemory
    ) -> TokenLikeness {
        let slot = memory.tokens.slot(left, right)
        if let slot, let known = memory.tokens[slot] {
            return TokenLikeness(rawValue: known) ?? .different
        }
        let letters = vocabulary.bytes.span
        let likeness = TokenLikeness.byLetters(
            letters.extracting(vocabulary.range(of: left)),
            letters.extracting(vocabulary.range(of: right)),
            &memory.masks
        )
        if let slot { memory.tokens.keep(likeness.rawValue, at: slot) }
        return likeness
    }
}

extension Vocabulary {
    /// Where a token's letters stand.
    func range(of token: Int) -> Range<Int> {
        Int(offsets[token])..<Int(offsets[token + 1])
    }
}
