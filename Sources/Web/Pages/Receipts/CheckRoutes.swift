import Coalition
import HTTPTypes
import Hummingbird
import Ledger

extension Site {
    /// The page that checks receipts and what it rests on, for anybody: a receipt that only members
    /// could check would be worth nothing to whoever holds it.
    func addChecker(to router: Router<SiteContext>) {
        router.get("check") { request, _ in
            let page = CheckPage(
                policy: node.policy,
                language: Language.preferred(by: request),
                settings: settings
            )
            return page.response
        }
        router.get("check/file") { request, _ in
            let page = CheckPage(
                policy: node.policy,
                language: Language.preferred(by: request),
                settings: settings,
                isFile: true
            )
            return page.response.saved(as: "enlace-check.html")
        }
        router.get("policy") { _, _ in
            Response.text(node.policy.text, savedAs: "policy.txt")
        }
    }
}
