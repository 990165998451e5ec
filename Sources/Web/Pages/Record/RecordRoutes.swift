import Casework
import Coalition
import Hummingbird
import Ledger
import NIOCore

extension Site {
    func addRecord(to routes: Routes) {
        let keeper = RecordKeeper(node: node, verify: verify)
        add("record", RecordPage.page(keeper), to: routes)
        add("record/check", RecordPage.check(keeper), to: routes)
        add("record/entries/:position", EntryPage.page, to: routes)
        routes.add(.get, "record/entries/:position/proof", .seeRecord) { visit in
            let receipt = try await EntryPage.receipt(visit)
            return .text(ReceiptFile(receipt).text, savedAs: "proof-\(receipt.position).txt")
        } api: { visit in
            .text(ReceiptFile(try await EntryPage.receipt(visit)).text)
        }
    }

    /// The newest published checkpoint, for anybody: whoever keeps it can later prove what this log was.
    func addCheckpoint(to router: Router<SiteContext>) {
        router.get("checkpoint") { _, _ in
            guard let published = await node.published else { throw HTTPError(.notFound) }
            return Response.text(published.note)
        }
    }
}

extension Response {
    /// Plain text, to be read or to be saved under a name.
    fileprivate static func text(_ text: String, savedAs name: String? = nil) -> Response {
        var response = Response(
            status: .ok,
            headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
        if let name {
            response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        }
        return response
    }
}
