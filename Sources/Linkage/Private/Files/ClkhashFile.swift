import Foundation

/// Filters as the programs clkhash and anonlink exchange them: `{"clks": ["…", …]}`, each in base64.
///
/// There bit 0 of a filter is the highest bit of its first byte.
public enum ClkhashFile {
    /// Why a file cannot be read.
    public enum Unreadable: Error, Hashable, Sendable {
        /// It is no JSON object with a list `clks` of texts.
        case notClkhash
        /// This filter, counted from 0, is no base64, or has another length than the first.
        case filter(Int)

        /// The reason in words, and what can be done.
        ///
        /// - Parameter language: The language wanted.
        /// - Returns: A sentence.
        public func text(in language: LinkageLanguage) -> String {
            switch self {
            case .notClkhash:
                language.pick(
                    "The file is not what clkhash writes: a JSON object with a list “clks”.",
                    "El archivo no es lo que escribe clkhash: un objeto JSON con una lista «clks»."
                )
            case .filter(let place):
                language.pick(
                    "Filter \(place + 1) of the file cannot be read, or its length differs from the"
                        + " first. Ask for the file again.",
                    "El filtro \(place + 1) del archivo no se puede leer o no mide lo que el primero."
                        + " Pida otra vez el archivo."
                )
            }
        }
    }

    private struct Written: Codable {
        var clks: [String]
    }

    /// Reads filters, whose length is a multiple of 64 bits.
    ///
    /// - Parameter file: The bytes of a file.
    /// - Returns: The filters in their order.
    /// - Throws: ``Unreadable``.
    public static func read(_ file: [UInt8]) throws(Unreadable) -> FilterSet {
        guard let written = try? JSONDecoder().decode(Written.self, from: Data(file)) else {
            throw .notClkhash
        }
        let filters = written.clks.map { Base64.bytes($0) }
        let length = filters.first.flatMap { $0?.count } ?? 0
        var set = FilterSet(wordsPerFilter: max(1, length / 8))
        for (place, filter) in filters.enumerated() {
            guard let filter, filter.count == length, length > 0, length.isMultiple(of: 8) else {
                throw .filter(place)
            }
            set.append(
                stride(from: 0, to: length, by: 8).map { start in
                    (start..<start + 8).reversed().reduce(0) { $0 << 8 | reversed(filter[$1]) }
                }
            )
        }
        return set
    }

    /// Writes filters.
    ///
    /// - Parameter filters: The filters.
    /// - Returns: The bytes of a file.
    public static func write(_ filters: FilterSet) -> [UInt8] {
        let clks = (0..<filters.count).map { place in
            Base64.text(
                filters[place].flatMap { word in
                    (0..<8).map { UInt8(reversed(UInt8(truncatingIfNeeded: word >> (8 * $0)))) }
                }
            )
        }
        // Base64 has no sign that JSON would write otherwise.
        let list = clks.map { "\"\($0)\"" }.joined(separator: ",")
        return Array("{\"clks\":[\(list)]}".utf8)
    }

    private static func reversed(_ byte: UInt8) -> UInt64 {
        (0..<8).reduce(0) { $0 | UInt64(byte >> $1 & 1) << (7 - $1) }
    }
}
