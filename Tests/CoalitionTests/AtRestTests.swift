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
                        file.data.range(of: Data(spelling.bytes)) == nil,
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
            let spellings = Spelling.all(of: open).map { Data($0.bytes) }
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
        let spellings = Spelling.all(of: name).map { Data($0.bytes) }
        for data in written {
            #expect(spellings.contains { data.range(of: $0) != nil })
        }
    }
}
