/// Why a witness's answer brought no cosignature.
public enum WitnessRefusal: Error, Hashable, Sendable {
    /// The witness last cosigned another size (status 409).
    case conflict(size: UInt64)
    /// The witness could not read the request (400).
    case malformed
    /// The witness does not take the log's signature for one (403).
    case notSigned
    /// The witness does not know the log (404).
    case unknownLog
    /// The witness found that the checkpoint does not continue what it cosigned (422).
    case inconsistent
    /// Another status.
    case status(Int)
    /// The answer holds no good cosignature by the witness's key.
    case notCosigned
}

extension NoteVerifier {
    /// The most bytes that an answer of a witness is read with.
    public static let maximumReplyByteCount = 16_384

    /// Reads the answer of the witness that has this key, and believes only its good cosignature.
    ///
    /// - Parameters:
    ///   - note: The checkpoint's note that was sent.
    ///   - status: The HTTP status code.
    ///   - body: The body, whatever its media type.
    /// - Returns: The witness's cosignature, and none of what else was answered.
    /// - Throws: ``WitnessRefusal`` with the reason that there is none.
    public func cosignature(
        over note: SignedNote,
        status: Int,
        body: [UInt8]
    ) throws(WitnessRefusal) -> NoteSignature {
        switch status {
        case 200: break
        case 400: throw .malformed
        case 403: throw .notSigned
        case 404: throw .unknownLog
        case 409:
            let digits = String(decoding: body.prefix(21), as: UTF8.self)
            guard digits.hasSuffix("\n"), let size = UInt64(decimal: digits.dropLast()) else {
                throw .status(409)
            }
            throw .conflict(size: size)
        case 422: throw .inconsistent
        default: throw .status(status)
        }
        guard body.count <= Self.maximumReplyByteCount else { throw .notCosigned }
        let lines = body.split(separator: UInt8(ascii: "\n"))
            .compactMap { try? NoteSignature(parsing: $0) }
        guard algorithm == .cosignature,
            let own = lines.first(where: { isNamed(in: $0) && verifies($0, over: note.text) })
        else { throw .notCosigned }
        return own
    }
}
