import Hummingbird
extension Site {
    func addMembers(to routes: Routes) {}
    func addRecord(to routes: Routes) {}
}
