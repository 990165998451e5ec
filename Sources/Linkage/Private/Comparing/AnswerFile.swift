import Foundation

/// The answer of a run as a file for the agencies: which run, what was asked, and what was found.
///
/// JSON in UTF-8, so that people can read that it says nothing else. It is not signed: agencies that
/// want to be sure receive it from the one who compares, not from each other.
public struct AnswerFile: Hashable, Sendable {
    /// The number of the run in hexadecimal digits (``RunTerms/idText``).
    public let run: String
    /// The agencies in the order of the run.
    public let agencies: [String]
    /// The answer: a count or a yes or no.
    ///
    /// Pairs of rows are a table of their own and stand in no such file.
    public let answer: Answer

    /// What such a file can say.
    public enum Answer: Hashable, Sendable {
        /// Persons by history, as ``OverlapCounts/counts`` has them.
        case count([Int])
        /// Whether the one asked about is on the other list.
        case yesOrNo(Bool)
    }

    /// Why a file is no answer of a run.
    public enum Unreadable: Error, Hashable, Sendable {
        /// It is longer than an answer can be.
        case tooLong
        /// It is no answer of a private comparison.
        case notAnAnswer
        /// It has not one count for each history of its agencies, or a count that cannot be.
        case badCounts

        /// The reason in words, and what can be done.
        public func text(in language: LinkageLanguage) -> String {
            switch self {
            case .tooLong:
                language.pick(
                    "The file is too long for an answer. Choose the one that enlace link compare wrote.",
                    "El archivo es demasiado largo para ser una respuesta. Elija el que escribió enlace "
                        + "link compare."
                )
            case .notAnAnswer:
                language.pick(
                    "This is no answer of a private comparison. Choose the one that enlace link compare "
                        + "wrote.",
                    "Esto no es la respuesta de una comparación privada. Elija el archivo que escribió "
                        + "enlace link compare."
                )
            case .badCounts:
                language.pick(
                    "The counts of this answer cannot be. Ask the one who compared for the file again.",
                    "Los conteos de esta respuesta son imposibles. Pida otra vez el archivo a quien "
                        + "comparó."
                )
            }
        }
    }

    private static let byteLimit = 100_000

    /// The answer of a run; nil for pairs of rows.
    ///
    /// - Parameters:
    ///   - answer: What the comparison said.
    ///   - terms: What was agreed.
    public init?(_ answer: ComparisonAnswer, of terms: RunTerms) {
        switch answer {
        case .count(let counts): self.answer = .count(counts.counts)
        case .yesOrNo(let isKnown): self.answer = .yesOrNo(isKnown)
        case .pairs: return nil
        }
        run = terms.idText
        agencies = terms.agencies
    }

    /// Reads an answer.
    ///
    /// - Parameter file: The bytes of the file.
    /// - Throws: ``Unreadable``.
    public init(reading file: [UInt8]) throws(Unreadable) {
        guard file.count <= Self.byteLimit else { throw .tooLong }
        guard let written = try? JSONDecoder().decode(Written.self, from: Data(file)),
            written.format == Written.format,
            written.run.utf8.count == 32, written.run.allSatisfy(\.isHexDigit),
            (2...RunTerms.mostAgencies).contains(written.agencies.count)
        else { throw .notAnAnswer }
        run = written.run
        agencies = written.agencies
        switch (written.counts, written.isKnown) {
        case (let counts?, nil):
            guard counts.count == 1 << agencies.count, counts[0] == 0,
                counts.allSatisfy({ (0...Int(UInt32.max)).contains($0) })
            else { throw .badCounts }
            answer = .count(counts)
        case (nil, let isKnown?): answer = .yesOrNo(isKnown)
        default: throw .notAnAnswer
        }
    }

    /// The bytes of the file.
    public var file: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        var written = Written(run: run, agencies: agencies)
        switch answer {
        case .count(let counts): written.counts = counts
        case .yesOrNo(let isKnown): written.isKnown = isKnown
        }
        // Texts and numbers always have a JSON form.
        let bytes = (try? encoder.encode(written)) ?? Data()
        return Array(bytes) + [UInt8(ascii: "\n")]
    }

    private struct Written: Codable {
        static let format = "enlace-private-comparison-1"

        var format = Written.format
        var run: String
        var agencies: [String]
        var counts: [Int]?
        var isKnown: Bool?
    }
}
