package import Ledger

/// How a check of a receipt came out, and why: one word for machines, one sentence for people.
///
/// The page that checks and `enlace verify receipt` know the same words.
package enum ReceiptVerdict: String, CaseIterable, Encodable, Sendable {
    // Verified.
    case vouched, logAlone
    // Not valid.
    case malformed, noLeafHash, otherLog, notSigned, badSignature, notQuorate, badProof
    // Could not be checked here.
    case badPolicy, noPolicy, notSecure, noEd25519, empty, unreadable, failed

    package enum Outcome: String, CaseIterable, Encodable, Sendable {
        case verified, notValid, cannotCheck
    }

    package var outcome: Outcome {
        switch self {
        case .vouched, .logAlone: .verified
        case .malformed, .noLeafHash, .otherLog, .notSigned, .badSignature, .notQuorate, .badProof:
            .notValid
        case .badPolicy, .noPolicy, .notSecure, .noEd25519, .empty, .unreadable, .failed:
            .cannotCheck
        }
    }

    fileprivate init(_ refused: ReceiptFileRefused) {
        self =
            switch refused {
            case .noLeafHash, .otherEntry: .noLeafHash
            case .badCheckpoint(.unknownLog): .otherLog
            case .badCheckpoint(.notBelieved(.noKnownSignature)): .notSigned
            case .badCheckpoint(.notBelieved(.badSignature)): .badSignature
            case .badCheckpoint: .malformed
            case .notQuorate: .notQuorate
            case .badProof: .badProof
            }
    }

    package func sentence(_ words: Words) -> String { words("check.reason.\(rawValue)") }
}

extension ReceiptVerdict.Outcome {
    package func words(_ words: Words) -> String { words("check.outcome.\(rawValue)") }
}

/// A receipt and what checking it under a policy showed.
package struct ReceiptCheck: Sendable {
    package let verdict: ReceiptVerdict
    /// The receipt, if it could be read.
    package let file: ReceiptFile?
    /// What was proved, if anything was.
    package let proved: CosignedCheckpoint?

    /// A check that could not begin, and why.
    package init(_ verdict: ReceiptVerdict) {
        (self.verdict, file, proved) = (verdict, nil, nil)
    }

    /// Checks a receipt, as it came.
    package init(_ bytes: [UInt8], under policy: WitnessPolicy) {
        guard let file = try? ReceiptFile(tidying: bytes) else {
            (verdict, file, proved) = (.malformed, nil, nil)
            return
        }
        self.file = file
        do {
            let proved = try file.verify(policy: policy)
            self.proved = proved
            verdict = proved.cosignatures.isEmpty ? .logAlone : .vouched
        } catch {
            proved = nil
            verdict = ReceiptVerdict(error)
        }
    }
}
