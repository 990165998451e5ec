import Crypto
import Dispatch
import Foundation
import Synchronization

/// Messages with Ed25519 signatures: what no audit can do without.
struct SignedMessages {
    private let key = Curve25519.Signing.PrivateKey()
    private let messages: [(bytes: Data, signature: Data)]

    init(count: Int, byteCount: Int) throws {
        messages = try (0..<count).map { [key] index in
            let bytes = Data((0..<byteCount).map { UInt8(truncatingIfNeeded: $0 + index) })
            return (bytes, try key.signature(for: bytes))
        }
    }

    /// How many signatures one core makes in a second.
    func signRate() -> Double {
        let time = seconds {
            for message in messages { _ = try? key.signature(for: message.bytes) }
        }
        return Double(messages.count) / time
    }

    /// How many messages all cores together verify and hash in a second.
    func verifyRate() -> Double {
        let publicKey = key.publicKey
        let good = Atomic(0)
        let pieces = Machine.cores * 16
        let time = seconds {
            DispatchQueue.concurrentPerform(iterations: pieces) { piece in
                for index in stride(from: piece, to: messages.count, by: pieces) {
                    let message = messages[index]
                    _ = SHA256.hash(data: message.bytes)
                    if publicKey.isValidSignature(message.signature, for: message.bytes) {
                        good.add(1, ordering: .relaxed)
                    }
                }
            }
        }
        return Double(good.load(ordering: .relaxed)) / time
    }
}
