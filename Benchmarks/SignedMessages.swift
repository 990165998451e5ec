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

    /// What every append must do to be signed and checked: a signature for each message and one for
    /// the checkpoint, one after the other, and the messages' verified on all cores.
    func signAndVerify() {
        for message in messages { _ = try? key.signature(for: message.bytes) }
        _ = try? key.signature(for: messages[0].bytes)
        _ = verify()
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
        var good = 0
        let time = seconds { good = verify() }
        return Double(good) / time
    }

    private func verify() -> Int {
        let publicKey = key.publicKey
        let good = Atomic(0)
        let pieces = min(messages.count, Machine.cores * 16)
        DispatchQueue.concurrentPerform(iterations: pieces) { piece in
            for index in stride(from: piece, to: messages.count, by: pieces) {
                let message = messages[index]
                _ = SHA256.hash(data: message.bytes)
                if publicKey.isValidSignature(message.signature, for: message.bytes) {
                    good.add(1, ordering: .relaxed)
                }
            }
        }
        return good.load(ordering: .relaxed)
    }
}
