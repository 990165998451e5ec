import Coalition
import Hummingbird
import Ledger

extension Site {
    func addRecord(to routes: Routes) {
        let keeper = RecordKeeper(node: node, verify: verify)
        add("record", RecordPage.page(keeper, publisher), to: routes)
        add("record/check", RecordPage.check(keeper, publisher), to: routes)
        add("record/entries/:position", EntryPage.page, to: routes)
    }

    /// The newest published checkpoint, for anybody: whoever keeps it can later prove what this log was.
    func addCheckpoint(to router: Router<SiteContext>) {
        router.get("checkpoint") { _, _ in
            guard let published = await node.published else { throw HTTPError(.notFound) }
            return Response.text(published.note)
        }
    }
}
