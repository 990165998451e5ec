import Hummingbird
extension Site {
    func addPublicPages(to router: Router<SiteContext>) {}
    func addDocuments(to routes: Routes) {}
    func addDirectory(to routes: Routes) {}
    func addFigures(to routes: Routes) {}
    func addMembers(to routes: Routes) {}
    func addRecord(to routes: Routes) {}
}
