import Foundation
import HTTPTypes
import HummingbirdTesting

/// The retold telegram that comes with the package.
enum Samples {
    static let telegramName = "06MEXICO3423-retold.txt"

    static func telegram() throws -> Data {
        try Data(contentsOf: PackageFolder.root.appending(path: "Samples/\(telegramName)"))
    }
}

extension Browser {
    /// Sends the form that brings in a file.
    func upload(_ bytes: Data, named name: String, to path: String) async throws -> Reply {
        let parts = [
            "--XyZ\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\n\(token)\r\n",
            "--XyZ\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n",
            String(decoding: bytes, as: UTF8.self),
            "\r\n--XyZ--\r\n",
        ]
        return try await client.answer(
            path,
            .post,
            [.cookie: cookie, .contentType: "multipart/form-data; boundary=XyZ"],
            parts.joined()
        )
    }

    /// Brings in the retold telegram, and gives the path of its page.
    func uploadSample() async throws -> String {
        let reply = try await upload(
            Samples.telegram(),
            named: Samples.telegramName,
            to: "/documents"
        )
        return reply.location ?? ""
    }
}
