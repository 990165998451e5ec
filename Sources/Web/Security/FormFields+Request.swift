package import Hummingbird
import NIOCore

extension FormFields {
    static let maximumBodySize = 256 * 1024

    /// Reads the form that a request of a session carries.
    ///
    /// There is no way to read it without the check that the session's own page sent it.
    ///
    /// - Throws: `FormProblem`; `NIOTooManyBytesError` for a body above 256 KiB.
    package static func read<Payload>(
        _ request: Request,
        _ session: Session<Payload>
    ) async throws -> FormFields {
        let fields = try await readOutsideSession(request)
        guard session.formToken.matches(fields.raw(tokenName)) else {
            throw FormProblem.wrongToken
        }
        return fields
    }

    /// Reads the form of a request that belongs to no session: signing in, choosing a language.
    ///
    /// - Throws: `FormProblem`; `NIOTooManyBytesError` for a body above 256 KiB.
    package static func readOutsideSession(_ request: Request) async throws -> FormFields {
        guard
            MediaType(from: request.headers[.contentType] ?? "")?
                .isType(.applicationUrlEncoded) == true
        else { throw FormProblem.wrongType }
        let buffer = try await request.body.collect(upTo: maximumBodySize)
        return FormFields(try URLEncodedForm.parse(Array(buffer.readableBytesView)))
    }
}
