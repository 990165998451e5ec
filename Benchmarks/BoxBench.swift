import Crypto
import Foundation
import Ledger
import Vault

/// Sealing and opening boxes, next to bare ChaCha20-Poly1305 on the same text.
struct BoxBench {
    private static let count = 2000

    private let key = SectionKey()
    private let compartment = randomBytes(16)
    private let entry = EntryID.random()

    func run() throws {
        var table = Table(heads: "boxes", "Vault/s", "bare ChaChaPoly/s", "ratio")
        for size in [300, 4000, 4096] {
            let text = randomBytes(size)
            let box = try seal(text)
            let bare = try ChaChaPoly.seal(text, using: key.symmetric)
            table.add(
                "seal \(number(Double(size))) B",
                try Contest(rounds: 9) {
                    try rate { _ = try seal(text) }
                } peer: {
                    try rate { _ = try ChaChaPoly.seal(text, using: key.symmetric) }
                }
            )
            table.add(
                "open \(number(Double(size))) B",
                try Contest(rounds: 9) {
                    try rate { _ = try box.open(with: key, origin: SampleLog.origin) }
                } peer: {
                    try rate { _ = try ChaChaPoly.open(bare, using: key.symmetric) }
                }
            )
        }
        table.print()
    }

    private func seal(_ text: [UInt8]) throws -> Box {
        try Box.seal(
            text,
            key: key,
            access: .folded,
            compartment: compartment,
            entry: entry,
            ordinal: 0,
            origin: SampleLog.origin
        )
    }

    private func rate(_ work: () throws -> Void) rethrows -> Double {
        Double(Self.count) / (try seconds { for _ in 0..<Self.count { try work() } })
    }
}
