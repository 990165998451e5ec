import Foundation
import Ledger

/// The public keys of logs, as files hold them.
enum LogKeys {
    /// Every key of a file: one a line, or the `log` lines of a policy.
    static func read(_ file: String) throws -> [NoteVerifier] {
        let text = try? String(contentsOfFile: file, encoding: .utf8)
        if let policy = try? text.map({ try WitnessPolicy(parsing: $0) }) {
            return policy.logs.map(\.verifier)
        }
        let lines = (text ?? "").split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty && !$0.hasPrefix("#") }
        let keys = lines.compactMap { try? NoteVerifier(parsing: $0) }
            .filter { $0.algorithm == .ed25519 }
        guard !keys.isEmpty, keys.count == lines.count else {
            throw Problem(
                "\(file) does not hold the public key of a log, of the form name+hash+key.",
                "\(file) no tiene la llave pública de un registro, de la forma nombre+suma+llave."
            )
        }
        return keys
    }
}
