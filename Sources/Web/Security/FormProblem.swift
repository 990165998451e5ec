package import Hummingbird

/// Why the body of a request is no form that this node accepts.
///
/// Browsers do not send such bodies on their own, so the reader gets an error page, not a form
/// with errors.
package enum FormProblem: Error, Equatable {
    /// The `Content-Type` is not the one expected.
    case wrongType
    /// The body breaks the rules of its type, or its text is not UTF-8.
    case malformed
    /// More fields, or longer ones, than the limits allow.
    case tooLarge
    /// The session's token is missing or another's.
    case wrongToken
}

extension FormProblem: HTTPResponseError {
    package var status: HTTPResponse.Status {
        switch self {
        case .wrongType: .unsupportedMediaType
        case .malformed: .badRequest
        case .tooLarge: .contentTooLarge
        case .wrongToken: .forbidden
        }
    }

    package func response(from _: Request, context _: some RequestContext) -> Response {
        Response(status: status)
    }
}
