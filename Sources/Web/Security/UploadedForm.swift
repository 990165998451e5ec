package import Hummingbird
import NIOCore

/// A form with one file, such as a telegram that a member brings in.
package struct UploadedForm: Sendable {
    /// The plain fields.
    package var fields: FormFields
    /// The file; nil if none was chosen.
    package let file: UploadedFile?

    /// The largest file, 4 MiB.
    package static let maximumFileSize = 4 * 1024 * 1024

    /// Reads the form that a request of a session carries, with the same check as `FormFields`.
    ///
    /// - Throws: `FormProblem`; `NIOTooManyBytesError` for a body too large to hold such a file.
    package static func read<Payload>(
        _ request: Request,
        _ session: Session<Payload>
    ) async throws -> UploadedForm {
        guard let boundary = Multipart.boundary(ofType: request.headers[.contentType] ?? "") else {
            throw FormProblem.wrongType
        }
        let limit = maximumFileSize + FormFields.maximumBodySize
        let body = try await request.body.collect(upTo: limit)
        let parts = try Multipart.parse(Array(body.readableBytesView), boundary: boundary)
        let form = try UploadedForm(parts)
        guard session.formToken.matches(form.fields.raw(FormFields.tokenName)) else {
            throw FormProblem.wrongToken
        }
        return form
    }

    /// Sorts parts into fields and the file.
    package init(_ parts: [Multipart.Part]) throws(FormProblem) {
        var values: [String: [String]] = [:]
        var files: [UploadedFile] = []
        for part in parts {
            if let fileName = part.fileName {
                guard part.content.count <= Self.maximumFileSize else { throw .tooLarge }
                // A browser sends an empty part when no file was chosen.
                if !fileName.isEmpty {
                    files.append(
                        UploadedFile(
                            field: part.name,
                            name: Self.lastComponent(fileName),
                            bytes: Array(part.content)
                        )
                    )
                }
                continue
            }
            guard part.content.count <= URLEncodedForm.maximumValueLength else { throw .tooLarge }
            guard let text = String(validating: part.content, as: UTF8.self) else {
                throw .malformed
            }
            values[part.name, default: []].append(text)
        }
        guard files.count <= 1 else { throw .tooLarge }
        fields = FormFields(values)
        file = files.first
    }

    /// A file's name without folders, controls or excess: it is shown, never used as a path.
    private static func lastComponent(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        return String(
            String.UnicodeScalarView(
                last.unicodeScalars.filter { $0.properties.generalCategory != .control }
            )
        ).prefix(120).description
    }
}

/// A file that came with a form.
package struct UploadedFile: Sendable, Equatable {
    /// The field it came in.
    package let field: String
    /// Its name on the sender's machine, without folders.
    package let name: String
    package let bytes: [UInt8]
}
