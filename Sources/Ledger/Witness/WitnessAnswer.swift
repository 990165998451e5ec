/// What a witness answers to a request to cosign (C2SP tlog-witness, `add-checkpoint`).
public enum WitnessAnswer: Hashable, Sendable {
    /// The checkpoint continues all that the witness cosigned before; the signature lines, each with
    /// its line feed.
    case cosigned(String)
    /// The request cannot be read.
    case malformed(AddCheckpointMalformed)
    /// No key trusted for the log signed the checkpoint, or one that did signed it wrongly.
    case notSigned(NoteUnverified)
    /// The witness knows no log of that origin.
    case unknownLog
    /// The witness last cosigned another size than the request says: this one.
    case conflict(size: UInt64)
    /// The proof does not show that the checkpoint continues the one last cosigned.
    case inconsistent(ProofError)

    /// The HTTP status code that the specification gives this answer.
    public var status: Int {
        switch self {
        case .cosigned: 200
        // A signature that is not even base64 is a wrong signature: other witnesses say so too.
        case .malformed(.badNote(.badSignatureLine)): 403
        case .malformed: 400
        case .notSigned: 403
        case .unknownLog: 404
        case .conflict: 409
        case .inconsistent: 422
        }
    }

    /// The body of the answer.
    public var body: String {
        switch self {
        case .cosigned(let lines): lines
        case .malformed: "the request is malformed\n"
        case .notSigned: "the checkpoint is not signed by a key of its log\n"
        case .unknownLog: "this witness does not know the log\n"
        case .conflict(let size): "\(size)\n"
        case .inconsistent: "the checkpoint does not continue the one cosigned before\n"
        }
    }

    /// The media type of the body.
    public var contentType: String {
        if case .conflict = self { "text/x.tlog.size" } else { "text/plain; charset=utf-8" }
    }
}
