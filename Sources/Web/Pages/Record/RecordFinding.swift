import Casework
package import Coalition
import Ledger

/// One thing that does not match, in words: which entries, what, and what to do.
///
/// The page of the record and `enlace verify` say it in the same words.
package struct RecordFinding: Encodable, Hashable, Sendable {
    /// The first and the last entry concerned; absent when it is about the log as a whole.
    var first: UInt64?
    var last: UInt64?
    /// The machine's word for what is wrong; the text is `record.finding.<code>`.
    package var code: String
    /// What that text needs.
    var values: [String: String]
    var advice: Advice

    /// What whoever reads this can do about it.
    enum Advice: String, Encodable, Sendable {
        /// Something in the log was changed, removed or added.
        case log
        /// A sealed box was changed or is gone.
        case box
        /// Somebody signed who was not entitled to.
        case signer
        /// Somebody did something without what it must rest on.
        case order
        /// The check itself could not be finished.
        case check
    }

    package init(_ finding: Verification.Finding) {
        first = finding.positions?.first
        last = finding.positions?.last
        (code, values, advice) = finding.reason.described
    }

    /// The record on the disk is an older one than this node has signed.
    init(diskHolds found: UInt64, signed: UInt64) {
        code = "behind"
        values = ["found": String(found), "signed": String(signed)]
        advice = .log
    }

    /// A box that a view left out, found while the node was at work.
    init(damaged box: DamagedBox) {
        first = box.position
        last = box.position
        code = "boxLeftOut"
        values = ["box": String(Int(box.ordinal) + 1)]
        advice = .box
    }

    package func place(_ words: Words) -> String {
        guard let first, let last else { return words("record.wholeLog") }
        return first == last
            ? words("record.entry", ["number": words.number(first)])
            : words(
                "record.entries",
                ["first": words.number(first), "last": words.number(last)]
            )
    }

    package func text(_ words: Words) -> String { words("record.finding.\(code)", values) }
}

extension Words {
    func number(_ value: UInt64) -> String { number(Int(clamping: value)) }
}

private typealias Description = (String, [String: String], RecordFinding.Advice)

extension Verification.Reason {
    fileprivate var described: Description {
        switch self {
        case .log(let reason): reason.described
        case .boxMissing(let ordinal): ("boxMissing", ["box": String(ordinal + 1)], .box)
        case .boxChanged(let ordinal): ("boxChanged", ["box": String(ordinal + 1)], .box)
        case .boxWithoutEntry: ("boxWithoutEntry", [:], .box)
        case .keyNotEnrolled: ("keyNotEnrolled", [:], .signer)
        case .keyRenewed(let end): ("keyRenewed", ["other": String(end)], .signer)
        case .keyRetired(let end): ("keyRetired", ["other": String(end)], .signer)
        case .membershipEnded(let end): ("membershipEnded", ["other": String(end)], .signer)
        case .agencyNotJoined: ("agencyNotJoined", [:], .signer)
        case .notEntitled: ("notEntitled", [:], .signer)
        case .keyUnfit: ("keyUnfit", [:], .signer)
        case .renewalRefused: ("renewalRefused", [:], .signer)
        case .wrongLogKey(let size): ("wrongLogKey", ["size": String(size)], .log)
        case .receiptWithoutEntry(let name): ("receiptWithoutEntry", ["name": name], .log)
        case .withoutPossession: ("withoutPossession", [:], .signer)
        case .order(let rule): ("order.\(rule.rawValue)", [:], .order)
        case .boxUnreadable(let ordinal): ("boxLeftOut", ["box": String(ordinal + 1)], .box)
        }
    }
}

extension AuditReason {
    fileprivate var described: Description {
        switch self {
        case .missing: ("missing", [:], .log)
        case .undecodable: ("undecodable", [:], .log)
        case .altered: ("altered", [:], .log)
        case .swapped(let other): ("swapped", ["other": String(other)], .log)
        case .badSignature: ("badSignature", [:], .signer)
        case .sequence(let expected, let found):
            ("sequence", ["expected": String(expected), "found": String(found)], .log)
        case .previousDiffers: ("previousDiffers", [:], .log)
        case .citesUnknownCheckpoint: ("citesUnknownCheckpoint", [:], .log)
        case .citesLaterCheckpoint: ("citesLaterCheckpoint", [:], .log)
        case .timesContradict: ("timesContradict", [:], .log)
        case .rootDiffers(let size): ("rootDiffers", ["size": String(size)], .log)
        case .tileDiffers(let path): ("tileDiffers", ["file": path.description], .log)
        case .badBundle(let path): ("badBundle", ["file": path.description], .log)
        case .badCheckpoint(let number): ("badCheckpoint", ["number": String(number)], .log)
        case .checkpointNotSigned(let number):
            ("checkpointNotSigned", ["number": String(number)], .log)
        case .quorumMissing(let number): ("quorumMissing", ["number": String(number)], .log)
        case .checkpointOutOfOrder(let number):
            ("checkpointOutOfOrder", ["number": String(number)], .log)
        case .noCheckpoint: ("noCheckpoint", [:], .log)
        case .badNewestCheckpoint: ("badNewestCheckpoint", [:], .log)
        case .actorDiffers: ("actorDiffers", [:], .log)
        case .actorsIncomplete: ("actorsIncomplete", [:], .log)
        case .readingFailed: ("readingFailed", [:], .check)
        case .outOfTime: ("outOfTime", [:], .check)
        case .other: ("other", [:], .check)
        }
    }
}
