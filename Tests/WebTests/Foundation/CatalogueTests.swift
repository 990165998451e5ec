import Foundation
import Testing
import Web

@Suite struct CatalogueTests {
    private static let languages = Language.allCases

    private func merged(_ language: Language) throws -> [String: String] {
        try Catalogue.files(language).values.map(Catalogue.parse).reduce(into: [:]) { all, file in
            all.merge(file) { first, _ in first }
        }
    }

    @Test(arguments: languages)
    func `no key stands in two files of a language`(language: Language) throws {
        var seen: [String: String] = [:]
        for (area, file) in Catalogue.files(language) {
            for key in try Catalogue.parse(file).keys {
                #expect(seen.updateValue(area, forKey: key) == nil, "\(key) in \(area)")
            }
        }
    }

    @Test(arguments: languages)
    func `every file of texts is part of the catalogue`(language: Language) throws {
        let folder = PackageFolder.root.appending(path: "Sources/Web/Resources")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let areas = files.filter { $0.hasPrefix("\(language.rawValue).") && $0.hasSuffix(".json") }
            .map { String($0.dropFirst(3).dropLast(5)) }
        #expect(Set(areas) == Set(Catalogue.files(language).keys))
    }

    @Test func `both languages say the same things`() throws {
        #expect(
            Set(try merged(.spanish).keys).symmetricDifference(try merged(.english).keys) == []
        )
    }

    @Test func `both languages leave room for the same values`() throws {
        let english = try merged(.english)
        for (key, text) in try merged(.spanish) {
            let other = try #require(english[key])
            #expect(placeholders(text) == placeholders(other), "\(key)")
        }
    }

    @Test func `no text is empty or has stray white space`() throws {
        for language in Self.languages {
            for (key, text) in try merged(language) {
                let isClean =
                    !text.isEmpty && text.first != " " && text.last != " "
                    && !text.contains("  ")
                #expect(isClean, "\(language) \(key)")
            }
        }
    }

    @Test func `every text that the pages ask for exists`() throws {
        let keys = Set(try merged(.english).keys)
        let allAsked = try SourceTexts.asked()
        #expect(allAsked.count > 20)
        for asked in allAsked {
            let exists =
                asked.isPrefix
                ? keys.contains { $0.hasPrefix(asked.key) }
                : keys.contains(asked.key) || keys.contains("\(asked.key).one")
            #expect(exists, "\(asked.key), in \(asked.file)")
        }
    }

    @Test func `every text is asked for somewhere`() throws {
        let literals = try SourceTexts.literals()
        for key in try merged(.english).keys {
            let plain =
                key.hasSuffix(".one")
                ? String(key.dropLast(4))
                : key.hasSuffix(".other") ? String(key.dropLast(6)) : key
            let isUsed =
                literals.whole.contains(key) || literals.whole.contains(plain)
                || literals.prefixes.contains { key.hasPrefix($0) }
            #expect(isUsed, "\(key)")
        }
    }

    private func placeholders(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{(\w+)\}/).map { String($0.1) })
    }
}

/// The string literals of the pages' source, read as text.
private enum SourceTexts {
    static func sources() throws -> [(name: String, text: String)] {
        let folder = PackageFolder.root.appending(path: "Sources/Web")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return try paths.filter { $0.hasSuffix(".swift") }.map { path in
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            let code = text.split(separator: "\n").filter { line in
                !line.drop { $0 == " " }.hasPrefix("//")
            }
            return (path, code.joined(separator: "\n"))
        }
    }

    /// Keys in calls such as `words("area.key")`; a key with a value inside counts up to there.
    static func asked() throws -> [(key: String, isPrefix: Bool, file: String)] {
        try sources().flatMap { source in
            source.text.matches(of: /words\(\s*"([^"\\]+)(\\\()?/).map { match in
                (String(match.1), match.2 != nil, source.name)
            }
        }
    }

    /// All literals that look like a key, and the beginnings of those with a value inside.
    static func literals() throws -> (whole: Set<String>, prefixes: Set<String>) {
        var (whole, prefixes): (Set<String>, Set<String>) = ([], [])
        for source in try sources() {
            for match in source.text.matches(of: /"([A-Za-z][\w.-]*\.[\w.-]*)(\\\(|")/) {
                if match.2 == "\"" {
                    whole.insert(String(match.1))
                } else {
                    prefixes.insert(String(match.1))
                }
            }
        }
        return (whole, prefixes)
    }
}
