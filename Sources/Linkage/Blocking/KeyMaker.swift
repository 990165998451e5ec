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
            let last = added.isEmpty ? 0 : added[row]
            if offsets.isEmpty {
                combine(tokenNumbers, tokens, sum: base[row] &+ last, shorter: base[row]) {
                    body(row, $0)
                }
                continue
            }
            for index in Int(offsets[row])..<Int(offsets[row + 1]) {
                let sum = base[row] &+ values[index]
                combine(
                    tokenNumbers,
                    tokens,
                    sum: sum &+ last,
                    shorter: sums.addsSeveral ? base[row] : sum
                ) { body(row, $0) }
            }
        }
    }

    /// Makes the numbers of every choice of tokens.
    @inline(__always)
    private func combine(
        _ numbers: borrowing Span<UInt32>,
        _ tokens: Range<Int>,
        sum: UInt32,
        shorter: UInt32,
        _ body: (UInt32) -> Void
    ) {
        switch wanted {
        case 0:
            if comes(of: shorter) { body(mix(sum)) }
        case 1:
            for first in tokens {
                let one = numbers[first]
                if comes(of: splitsByToken ? shorter : shorter &+ one) { body(mix(sum &+ one)) }
            }
        case 2:
            for first in tokens {
                let one = numbers[first]
                for second in first + 1..<max(first + 1, tokens.upperBound) {
                    let two = numbers[second]
                    let isWanted =
                        splitsByToken
                        ? comes(of: shorter &+ one) || comes(of: shorter &+ two)
                        : comes(of: shorter &+ one &+ two)
                    if isWanted { body(mix(sum &+ one &+ two)) }
                }
            }
        default:
            for first in tokens {
                let one = numbers[first]
                for second in first + 1..<max(first + 1, tokens.upperBound) {
                    let two = numbers[second]
                    for third in second + 1..<max(second + 1, tokens.upperBound) {
                        let three = numbers[third]
                        let isWanted =
                            splitsByToken
                            ? comes(of: shorter &+ one &+ two) || comes(of: shorter &+ one &+ three)
                                || comes(of: shorter &+ two &+ three)
                            : comes(of: shorter &+ one &+ two &+ three)
                        if isWanted { body(mix(sum &+ one &+ two &+ three)) }
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
