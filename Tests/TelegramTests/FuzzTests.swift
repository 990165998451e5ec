import Foundation
import Telegram
import TestSupport
import Testing

/// Damaged telegrams: reading them never fails to account for a byte.
struct FuzzTests {
    static let originals: [[UInt8]] =
        ([Files.retold] + [Files.original].compactMap(\.self) + Files.released)
        .compactMap { try? Files.bytes($0) }

    @Test(arguments: UInt64(1)...120)
    func `a damaged telegram is read whole or refused`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        guard var bytes = Self.originals.randomElement(using: &random) else {
            Issue.record("no telegram to damage")
            return
        }
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            Self.damage(&bytes, &random)
        }
        expectRead(bytes)
    }

    @Test(arguments: UInt64(1)...40)
    func `random bytes are read whole or refused`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let count = Int.random(in: 0...3000, using: &random)
        expectRead((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
    }

    @Test(arguments: UInt64(1)...80)
    func `lines of a head in any order are read whole or refused`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let pieces = [
            "VZCZCXR06521", "RR RUEHCD RUEHGD", "DE RUEHME #3423/01 1721931", "ZNR UUUUU ZZH",
            "R 211931Z JUN 06", "O 3199999Z JUN 06", "FM AMEMBASSY MEXICO", "TO RUEHC/",
            "TO SECSTATE WASHDC PIORITY 17O0", "INFO RUEHXC/ALL COLLECTIVE", "XMT AMCONSUL NOGALES",
            "UNCLAS SECTION 01 OF 02 MEXICO 003423", "C O N F I D E N T I A L MEXICO 003424",
            "SIPDIS SENSITIVE", "E.O. 12958 DECL: 1/2/16", "TAGS: OVIP (RICE, A), PHUM,", "KTIP (",
            "SUBJECT: A", "REF: A. STATE 1; B. (C)", "(B) STATE 2", "¶1. (U) Summary", "11. X",
            "¶12. (SBU)", "BEGIN TEXT:", "END TEXT", "MEXICO 00003423 002 OF 002", "-----", "BT",
            "PAGE 02 STATE 015113 182333Z", "Comment", "a sentence that stops without a sign", "",
            "<http://a>", "GARZA", "NNNN", "#3423", "¶", "[", "¶0.", "1..", "CLASSIFIED BY: X",
        ]
        let text = (0..<Int.random(in: 1...60, using: &random))
            .map { _ in pieces.randomElement(using: &random) ?? "" }.joined(separator: "\n")
        expectRead(Array(text.utf8))
    }

    private func expectRead(_ bytes: [UInt8]) {
        do {
            let telegram = try TelegramReader.read(bytes, fileName: "06MEXICO3423.txt")
            Accounting.expectWhole(telegram, bytes)
            for draft in Drafter.drafts(of: telegram) {
                let text = telegram.paragraphs[draft.paragraph - 1].text
                #expect(draft.range.upperBound <= text.utf8.count)
            }
            let report = telegram.report(in: .spanish)
            #expect(report.split(separator: "\n").allSatisfy { $0.count <= 100 })
        } catch {
            #expect(error.text(in: .english) != error.text(in: .spanish))
        }
    }

    private static func damage(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
        case 3: bytes.insert(UInt8(ascii: "\n"), at: place)
        case 4:
            var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let line = Int.random(in: 0..<lines.count, using: &random)
            lines.insert(lines[line], at: Int.random(in: 0...lines.count, using: &random))
            bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
        default:
            var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            lines.remove(at: Int.random(in: 0..<lines.count, using: &random))
            bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
        }
    }
}
