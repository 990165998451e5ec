import Coalition
import Foundation
import Ledger
import TestSupport
import Testing

/// What somebody finds who carries the folder away.
struct AtRestTests {
    @Test func `no name of anybody stands in any file of the folder, however it is written`()
        async throws
    {
        let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: url) }
        let folder = Folder(url: url)
        let open = try folder.create(origin: DemoRecord.origin)
        try await DemoRecord.fill(open.store, key: open.key)

        let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
        #expect(Set(names).isSuperset(of: ["enlace.sqlite", "checkpoint.key", "log.vkey"]))
        let files = try names.map {
            (name: $0, data: try Data(contentsOf: url.appending(path: $0)))
        }
        for name in DemoCast.names {
            for spelling in Spelling.all(of: name) {
                for file in files {
                    #expect(
                        file.data.range(of: spelling.bytes) == nil,
                        "\(name) as \(spelling.how) in \(file.name)"
                    )
                }
            }
        }
        for secret in [DemoCast.password, "Fever", "balsa", "oficial.tapachula"] {
            #expect(files.allSatisfy { $0.data.range(of: Data(secret.utf8)) == nil }, "\(secret)")
        }
        // The same search does find what is meant to be public.
        for open in ["Coalición de demostración", "Albergue Casa del Puente"] {
            let spellings = Spelling.all(of: open).map(\.bytes)
            #expect(
                files.contains { file in spellings.contains { file.data.range(of: $0) != nil } }
            )
        }
        withExtendedLifetime(open) {}
    }

    @Test(arguments: UInt64(0)..<12)
    func `the search finds a name in each of its spellings`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let name = try #require(DemoCast.names.randomElement(using: &generator))
        let before = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
            UInt8.random(in: .min ... .max, using: &generator)
        }
        let text = Data(before) + Data(name.utf8) + Data([7, 8, 9])
        let written: [Data] = [
            text,
            text.base64EncodedData(),
            Data(name.lowercased().utf8),
            Data(name.uppercased().utf8),
            Data(before) + Data(name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
            Data(before) + Data(name.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
        ]
        let spellings = Spelling.all(of: name).map(\.bytes)
        for data in written {
            #expect(spellings.contains { data.range(of: $0) != nil })
        }
    }
}

/// One way in which a text can lie in a file.
private struct Spelling {
    let how: String
    let bytes: Data

    static func all(of text: String) -> [Spelling] {
        var spellings: [Spelling] = []
        let forms = [
            text, text.lowercased(), text.uppercased(),
            text.decomposedStringWithCanonicalMapping,
        ]
        for form in forms {
            let units = Array(form.utf16)
            spellings.append(Spelling(how: "UTF-8", bytes: Data(form.utf8)))
            spellings.append(
                Spelling(
                    how: "UTF-16, little end first",
                    bytes: Data(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
                )
            )
            spellings.append(
                Spelling(
                    how: "UTF-16, big end first",
                    bytes: Data(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
                )
            )
            let escaped = units.map { unit in
                unit < 128
                    ? String(UnicodeScalar(UInt8(unit)))
                    : "\\u" + String(format: "%04x", Int(unit))
            }
            spellings.append(Spelling(how: "JSON", bytes: Data(escaped.joined().utf8)))
        }
        for offset in 0..<3 {
            spellings.append(
                Spelling(how: "base 64 at \(offset)", bytes: base64(text, offset: offset))
            )
        }
        return spellings
    }

    /// The characters that do not depend on what stands before and after.
    private static func base64(_ text: String, offset: Int) -> Data {
        let whole = Data(repeating: 0, count: offset) + Data(text.utf8)
        let first = (offset * 8 + 5) / 6
        let past = whole.count * 8 / 6
        return whole.base64EncodedData().subdata(in: first..<past)
    }
}
