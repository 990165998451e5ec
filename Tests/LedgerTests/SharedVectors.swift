import Foundation
import TestSupport
import Testing

/// Published test vectors, read in place from the shared folder.
enum SharedVectors {
    static let isPresent: ConditionTrait = .enabled(
        if: SharedFolder.isPresent,
        "the shared folder is absent, so the published vectors were not run"
    )

    static func url(_ path: String) throws -> URL {
        try #require(SharedFolder.url).appending(path: "vectors").appending(path: path)
    }

    static func read<Value: Decodable>(_ type: Value.Type, from path: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(contentsOf: url(path)))
    }

    /// Every JSON file under a folder, with its path from there.
    static func readAll<Value: Decodable>(
        _ type: Value.Type,
        under path: String
    ) throws -> [(name: String, value: Value)] {
        let root = try url(path)
        return try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
            .filter { $0.hasSuffix(".json") }
            .map { name in
                let data = try Data(contentsOf: root.appending(path: name))
                return try (name, JSONDecoder().decode(type, from: data))
            }
    }
}

extension [UInt8] {
    init?(hex: String) {
        let digits = Array<Character>(hex)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(digits[index...(index + 1)]), radix: 16) else {
                return nil
            }
            bytes.append(byte)
        }
        self = bytes
    }

    static func random(count: Int, using generator: inout SplitMix64) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
