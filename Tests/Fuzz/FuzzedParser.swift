import Ledger

/// A parser that is given spoilt input, and the law that it must keep.
package struct FuzzedParser: Sendable, CustomStringConvertible {
    /// What is parsed.
    package let name: String
    /// Good inputs, from which bad ones are made.
    package let originals: [[UInt8]]
    /// Whether an input is taken at all.
    package let accepts: @Sendable ([UInt8]) -> Bool
    /// Whether the law holds for an input; to refuse the input always keeps it.
    package let keepsLaw: @Sendable ([UInt8]) -> Bool

    package var description: String { name }

    /// A parser that must write back what it took, byte for byte.
    init(
        _ name: String,
        _ originals: [[UInt8]],
        rewriting: @escaping @Sendable ([UInt8]) throws -> [UInt8]
    ) {
        self.name = name
        self.originals = originals
        accepts = { (try? rewriting($0)) != nil }
        keepsLaw = { input in
            guard let written = try? rewriting(input) else { return true }
            return written == input
        }
    }

    /// A reader that must say of a spoilt input what it says of the original, or refuse it.
    init<Said: Equatable & Sendable>(
        _ name: String,
        _ original: [UInt8],
        saying say: @escaping @Sendable ([UInt8]) throws -> Said
    ) {
        self.name = name
        originals = [original]
        accepts = { (try? say($0)) != nil }
        keepsLaw = { input in
            guard let said = try? say(input) else { return true }
            return (try? say(original)) == said
        }
    }

    /// Spoils an original as a seed says.
    package func input(_ random: inout some RandomNumberGenerator) -> [UInt8] {
        let first = originals.randomElement(using: &random) ?? []
        let other = originals.randomElement(using: &random) ?? []
        var spoiler = Spoiler(bytes: first, other: other)
        spoiler.spoil(using: &random)
        return spoiler.bytes
    }
}
