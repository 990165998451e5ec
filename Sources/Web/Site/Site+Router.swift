package import Hummingbird

extension Site {
    /// Everything that can be asked of this node, and the list of it.
    package func router() -> (router: Router<SiteContext>, routes: Routes) {
        let router = Router(context: SiteContext.self)
        let table = Guards.add(to: router, settings)
        addSignIn(to: router)
        addPublicPages(to: router)
        addCheckpoint(to: router)
        addTiles(to: router)
        addChecker(to: router)
        addPublishedEstimates(to: router)
        let routes = Routes(site: self, router: router)
        addHome(to: routes)
        addEncounters(to: routes)
        addScreenings(to: routes)
        addConsents(to: routes)
        addDossiers(to: routes)
        addSamePerson(to: routes)
        addReferrals(to: routes)
        addDocuments(to: routes)
        addDirectory(to: routes)
        addFigures(to: routes)
        addEstimates(to: routes)
        addMembers(to: routes)
        addFlags(to: routes)
        addAccount(to: routes)
        addRecord(to: routes)
        addReceipts(to: routes)
        addAPIDescription(to: router, routes.entries)
        table.learn(router)
        return (router, routes)
    }
}
