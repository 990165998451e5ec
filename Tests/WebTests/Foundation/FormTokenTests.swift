import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import Web

@Suite struct FormTokenTests {
    private let session = Session(payload: "Ana")

    private func request(_ type: String, _ body: String) -> Request {
        Request(
            head: HTTPRequest(
                method: .post,
                scheme: "http",
                authority: "localhost",
                path: "/",
                headerFields: [.contentType: type]
            ),
            body: RequestBody(buffer: ByteBuffer(string: body))
        )
    }

    private func form(token: String) -> Request {
        request(
            "application/x-www-form-urlencoded",
            "place=x&\(FormFields.tokenName)=\(token)"
        )
    }

    private func upload(token: String) -> Request {
        let parts = [(FormFields.tokenName, token), ("place", "x")].map { name, value in
            "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        return request("multipart/form-data; boundary=b", parts.joined() + "--b--\r\n")
    }

    @Test func `a form with the session's token is read`() async throws {
        let token = session.formToken.text
        #expect(try await FormFields.read(form(token: token), session).raw("place") == "x")
        let uploaded = try await UploadedForm.read(upload(token: token), session)
        #expect(uploaded.fields.raw("place") == "x")
    }

    @Test func `a form without the token, or with another session's, is refused`() async {
        for token in ["", "x", SecretToken().text] {
            await #expect(throws: FormProblem.wrongToken) {
                try await FormFields.read(form(token: token), session)
            }
            await #expect(throws: FormProblem.wrongToken) {
                try await UploadedForm.read(upload(token: token), session)
            }
        }
    }

    @Test func `an upload too large is refused before it is read to the end`() async {
        let size = UploadedForm.maximumFileSize * 2
        let large = request(
            "multipart/form-data; boundary=b",
            String(repeating: "a", count: size)
        )
        await #expect(throws: NIOTooManyBytesError.self) {
            try await UploadedForm.read(large, session)
        }
    }
}
