import Casework
import Ledger

/// One log key in the place of another: the fact that an entry carries when the key that signs
/// checkpoints is renewed.
///
/// Both keys sign it, the one that goes and the one that comes, so that it can be believed without
/// its entry. The entry itself is signed by the key that goes, as its last act; checkpoints that cover
/// the entry are the new key's.
struct LogKeyRenewal {
    let former: NoteVerifier
    let next: NoteVerifier

    /// Makes the fact.
    static func fact(of origin: String, from former: SigningKey, to next: SigningKey) throws -> Fact
    {
        let old = try NoteVerifier(name: origin, key: former.key)
        let new = try NoteVerifier(name: origin, key: next.key)
        let statement = statement(old, new)
        return .logKeyRenewed(
            former: old.text,
            next: new.text,
            signatures: [try former.sign(statement), try next.sign(statement)]
        )
    }

    /// Reads the fact; `nil` if it is another, or not one of this log that both keys signed.
    init?(_ fact: Fact, origin: String) {
        guard case .logKeyRenewed(let formerText, let nextText, let signatures) = fact,
            let former = try? NoteVerifier(parsing: formerText),
            let next = try? NoteVerifier(parsing: nextText),
            former != next, signatures.count == 2,
            case let keys = [former, next],
            keys.allSatisfy({
                $0.algorithm == .ed25519 && Array($0.name.utf8) == Array(origin.utf8)
            })
        else { return nil }
        let statement = Self.statement(former, next)
        let areGood = zip(keys, signatures).allSatisfy { key, signature in
            key.key.verifies(signature: signature, over: statement)
        }
        guard areGood else { return nil }
        self.former = former
        self.next = next
    }

    private static func statement(_ former: NoteVerifier, _ next: NoteVerifier) -> [UInt8] {
        Array("enlace/log-key/v1\n\(former.text)\n\(next.text)\n".utf8)
    }
}
