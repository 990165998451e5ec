/// Computes what records share at one level of a pass.
///
/// A key's number is a mixture of a sum: one summand for each token and for each other part. What a
/// split adds is one summand more, so that the number of the block that was split is known too.
struct KeyMaker {
    private let tokens: TokenNumbers?
    private let wanted: Int
    private let sums: PartSums
    private let parents: NumberSet?
    private let splitsByToken: Bool

    /// Makes ready for one level of a pass: 0 is the pass's own key. At a level that splits, only numbers
    /// that come of a number in `parents` are made.
    init(sources: BlockingSources, pass: BlockingPass, level: Int, parents: NumberSet?) {
        let key = pass.levels[level]
        wanted = key.tokens
        tokens = key.tokens == 0 ? nil : sources.tokens(key.form)
        self.parents = parents
        splitsByToken = level > 0 && pass.splits[level - 1] == .token
        sums = PartSums(
            key,
            of: sources.table,
            required: pass.key.parts.count,
            addsPart: level > 0 && !splitsByToken
        )
    }

    /// Calls `body` with each number that a record has.
    @inline(__always)
    func forEachNumber(rows: Range<Int>, _ body: (_ row: Int, _ number: UInt32) -> Void) {
        let ofTokens = (tokens?.offsets ?? [], tokens?.numbers ?? [])
        let ofSeveral = (sums.several?.offsets ?? [], sums.several?.values ?? [])
        let (base, added) = (sums.base.span, sums.added.span)
        let (tokenOffsets, tokenNumbers) = (ofTokens.0.span, ofTokens.1.span)
        let (offsets, values) = (ofSeveral.0.span, ofSeveral.1.span)
        for row in rows where base[row] != 0 {
            var tokens = 0..<0
            if wanted > 0 {
                tokens = Int(tokenOffsets[row])..<Int(tokenOffsets[row + 1])
                if tokens.count < wanted { continue }
            }
            if offsets.isEmpty {
                let last = added.isEmpty ? 0 : added[row]
                forEachChoice(tokenNumbers, tokens, of: base[row]) { body(row, mix($0 &+ last)) }
                continue
            }
            let several = Int(offsets[row])..<Int(offsets[row + 1])
            if sums.addsSeveral {
                forEachChoice(tokenNumbers, tokens, of: base[row]) { sum in
                    for index in several { body(row, mix(sum &+ values[index])) }
                }
                continue
            }
            let last = added.isEmpty ? 0 : added[row]
            for index in several {
                forEachChoice(tokenNumbers, tokens, of: base[row] &+ values[index]) {
                    body(row, mix($0 &+ last))
                }
            }
        }
    }

    /// Calls `body` with the sums that choices of tokens make, those that come of a block to be split.
    @inline(__always)
    private func forEachChoice(
        _ numbers: borrowing Span<UInt32>,
        _ tokens: Range<Int>,
        of sum: UInt32,
        _ body: (UInt32) -> Void
    ) {
        switch wanted {
        case 0:
            if comes(of: sum) { body(sum) }
        case 1:
            for first in tokens {
                let one = sum &+ numbers[first]
                if comes(of: splitsByToken ? sum : one) { body(one) }
            }
        case 2:
            for first in tokens {
                let one = sum &+ numbers[first]
                for second in first + 1..<max(first + 1, tokens.upperBound) {
                    let two = one &+ numbers[second]
                    let isWanted =
                        splitsByToken
                        ? comes(of: one) || comes(of: sum &+ numbers[second]) : comes(of: two)
                    if isWanted { body(two) }
                }
            }
        default:
            for first in tokens {
                for second in first + 1..<max(first + 1, tokens.upperBound) {
                    let two = sum &+ numbers[first] &+ numbers[second]
                    for third in second + 1..<max(second + 1, tokens.upperBound) {
                        let three = two &+ numbers[third]
                        let isWanted =
                            splitsByToken
                            ? comes(of: two) || comes(of: three &- numbers[first])
                                || comes(of: three &- numbers[second])
                            : comes(of: three)
                        if isWanted { body(three) }
                    }
                }
            }
        }
    }

    /// Whether a sum is that of a block that is to be split; true where none is.
    @inline(__always)
    private func comes(of sum: UInt32) -> Bool {
        guard let parents else { return true }
        return parents.contains(mix(sum))
    }

    /// Into how many parts the numbers of so many rows are divided, so that one part is not too much to
    /// sort in memory.
    func slices(rows: Int) -> Int {
        let tokens = rows == 0 ? 0 : (self.tokens?.numbers.count ?? 0) / rows + 1
        let choices = [
            1, tokens, tokens * (tokens - 1) / 2, tokens * (tokens - 1) * (tokens - 2) / 6,
        ]
        let numbers = choices[wanted] * max(rows, sums.several?.values.count ?? 0)
        return 1 + numbers / 12_000_000
    }
}

/// Spreads a number over all 32-bit numbers, one to one and 0 to 0 (the finalizer "lowbias32" of
/// Wellons, 2018).
@inline(__always)
func mix(_ number: UInt32) -> UInt32 {
    var mixed = number ^ (number >> 16)
    mixed = mixed &* 0x7FEB_352D
    mixed = (mixed ^ (mixed >> 15)) &* 0x846C_A68B
    return mixed ^ (mixed >> 16)
}
