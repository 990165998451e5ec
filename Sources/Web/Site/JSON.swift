import Casework
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The API's side of a route: JSON in, JSON or a problem out.
enum JSON {
    static func response(
        _ model: some Encodable,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Response(
            status: status,
            headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(model)))
        )
    }

    /// Reads a body of JSON.
    ///
    /// - Throws: `FormProblem.wrongType` or `.malformed`, never what the body said.
    static func read<Input: Decodable>(
        _ request: Request,
        upTo limit: Int = UploadedForm.maximumFileSize * 2
    ) async throws -> Input {
        guard
            MediaType(from: request.headers[.contentType] ?? "")?.isType(.applicationJson) == true
        else { throw FormProblem.wrongType }
        let body = try await request.body.collect(upTo: limit)
        guard let input = try? JSONDecoder().decode(Input.self, from: Data(body.readableBytesView))
        else { throw FormProblem.malformed }
        return input
    }

    /// A refusal as `application/problem+json` (RFC 9457): its code, its field, and words.
    static func problem(_ refusal: Refusal, _ words: Words) throws -> Response {
        try problem(
            refusal.status,
            refusal.code,
            field: refusal.field,
            title: refusal.words(words)
        )
    }

    /// The answer when what is stored is not what the record says, in the same form.
    static func damage(_ words: Words) throws -> Response {
        try problem(.conflict, "damaged", title: words("dossiers.damaged"))
    }

    /// The answer when the disk is full or fails, in the same form.
    static func trouble(_ trouble: DiskTrouble, _ words: Words) throws -> Response {
        try problem(.serviceUnavailable, trouble.code, title: words(trouble.text))
    }

    private static func problem(
        _ status: HTTPResponse.Status,
        _ code: String,
        field: String? = nil,
        title: String
    ) throws -> Response {
        let body = Problem(title: title, status: status.code, code: code, field: field)
        var response = try response(body, status: status)
        response.headers[.contentType] = "application/problem+json"
        return response
    }

    private struct Problem: Encodable {
        let title: String
        let status: Int
        let code: String
        let field: String?
    }
}

extension Refusal {
    /// The machine's word for it: the case's name.
    var code: String {
        String("\(self)".prefix { $0 != "(" })
    }

    /// The field it is about, if it is about one.
    var field: String? {
        switch self {
        case .missing(let field), .tooLong(let field, _), .invalid(let field): field
        default: nil
        }
    }

    func words(_ words: Words) -> String {
        words("refusal.\(code)")
    }
}

extension FormFields {
    /// Notes a refusal of the rules: at its field, or for the form as a whole.
    mutating func reject(_ refusal: Refusal) {
        switch refusal {
        case .missing(let field): reject(field, "error.required")
        case .tooLong(let field, let limit):
            reject(field, "error.tooLong", ["max": String(limit)])
        case .invalid(let field): reject(field, "refusal.invalid")
        case .mergeJoinsGroups, .mergeContradicts: reject("isSure", "refusal.\(refusal.code)")
        default: reject("form", "refusal.\(refusal.code)")
        }
    }
}
