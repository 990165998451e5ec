/// Names of the stations behind routing indicators, from the published lists (ACP 117).
enum RoutingDirectory {
    private static let names = TabbedTable.read(PackageResources.routes_tsv)

    static func name(of routing: String) -> String? {
        names[routing]?.first
    }

    static func station(_ routing: String) -> Station {
        Station(routing: routing, name: name(of: routing))
    }

    /// A routing indicator is `R` and four to seven more letters (ACP 121).
    static func isRouting(_ word: some StringProtocol) -> Bool {
        (5...8).contains(word.utf8.count) && word.hasPrefix("R")
            && word.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }
}

/// Meanings of the codes in the TAGS line, in both languages.
enum TagDirectory {
    private static let meanings = TabbedTable.read(PackageResources.tags_tsv)

    static func tag(_ code: String, person: String? = nil) -> TelegramTag {
        let meaning = meanings[code] ?? []
        return TelegramTag(
            code: code,
            person: person,
            meaning: meaning.first,
            meaningES: meaning.dropFirst().first
        )
    }
}

/// Lines of columns parted by tabs, the first of which is the key.
enum TabbedTable {
    static func read(_ bytes: [UInt8]) -> [String: [String]] {
        var table: [String: [String]] = [:]
        for line in bytes.split(separator: 0x0A) {
            let columns = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
            guard let key = columns.first else { continue }
            table[key] = Array(columns.dropFirst())
        }
        return table
    }
}
