import Crypto
import CryptoExtras

/// A member's secrets, opened only by the member's password.
///
/// The password is stretched with scrypt (RFC 7914) and never kept. What it opens is up to the caller:
/// the member's signing key and the agency's private key, so that a stolen folder opens nothing.
package struct Account: Hashable, Sendable {
    private let cost: Cost
    private let salt: [UInt8]
    private let nonce: [UInt8]
    private let sealed: [UInt8]

    /// How much work one guess at a password costs.
    package struct Cost: Hashable, Sendable {
        /// The binary logarithm of scrypt's N.
        package var logN: UInt8

        package init(logN: UInt8) {
            self.logN = logN
        }

        /// N = 2^17, r = 8, p = 1: 128 MiB a guess, the first choice of the OWASP password storage
        /// cheat sheet.
        package static let standard = Cost(logN: 17)
        /// For tests and demonstrations, whose passwords are printed anyway.
        package static let light = Cost(logN: 12)
    }

    /// Seals `secrets` under a password.
    package static func seal(
        _ secrets: [UInt8],
        password: String,
        cost: Cost
    ) throws -> Account {
        let salt = randomBytes(16)
        let nonce = ChaChaPoly.Nonce()
        let key = try stretch(password, salt: salt, cost: cost)
        let box = try ChaChaPoly.seal(
            secrets,
            using: key,
            nonce: nonce,
            authenticating: associated(cost, salt)
        )
        return Account(
            cost: cost,
            salt: salt,
            nonce: Array(nonce),
            sealed: Array(box.ciphertext) + Array(box.tag)
        )
    }

    /// Opens the secrets.
    ///
    /// Takes as long for a wrong password as for the right one.
    ///
    /// - Throws: `VaultError.wrongKey` if the password is wrong or the account was changed.
    package func open(password: String) throws -> [UInt8] {
        let key = try Self.stretch(password, salt: salt, cost: cost)
        guard let nonce = try? ChaChaPoly.Nonce(data: nonce), sealed.count >= 16,
            let box = try? ChaChaPoly.SealedBox(
                nonce: nonce,
                ciphertext: sealed.dropLast(16),
                tag: sealed.suffix(16)
            ),
            let secrets = try? ChaChaPoly.open(
                box,
                using: key,
                authenticating: Self.associated(cost, salt)
            )
        else { throw VaultError.wrongKey }
        return Array(secrets)
    }

    /// Spends what one guess costs, for an account that does not exist, so that the time of an answer
    /// does not tell which names exist.
    package static func pretend(password: String, cost: Cost) {
        _ = try? stretch(password, salt: [UInt8](repeating: 0, count: 16), cost: cost)
    }

    private static func stretch(
        _ password: String,
        salt: [UInt8],
        cost: Cost
    ) throws -> SymmetricKey {
        let rounds = 1 << Int(cost.logN)
        return try KDF.Scrypt.deriveKey(
            from: Array(password.utf8),
            salt: salt,
            outputByteCount: 32,
            rounds: rounds,
            blockSize: 8,
            parallelism: 1,
            maxMemory: 128 * 8 * rounds + 1024 * 1024
        )
    }

    private static func associated(_ cost: Cost, _ salt: [UInt8]) -> [UInt8] {
        Array("enlace/account/v1\n".utf8) + [cost.logN] + salt
    }

    // MARK: As a row of the shelf

    /// The bytes kept on the shelf: version, cost, salt, nonce, sealed secrets.
    package var stored: [UInt8] { [1, cost.logN] + salt + nonce + sealed }

    /// Reads a row of the shelf; `nil` if it is not an account.
    package init?(stored: [UInt8]) {
        guard stored.count >= 2 + 16 + 12 + 16, stored[0] == 1, (4...22).contains(stored[1]) else {
            return nil
        }
        self.init(
            cost: Cost(logN: stored[1]),
            salt: Array(stored[2..<18]),
            nonce: Array(stored[18..<30]),
            sealed: Array(stored[30...])
        )
    }

    private init(cost: Cost, salt: [UInt8], nonce: [UInt8], sealed: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.nonce = nonce
        self.sealed = sealed
    }
}
