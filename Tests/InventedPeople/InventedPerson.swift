/// A person who does not exist.
package struct InventedPerson: Hashable, Sendable {
    package var givenNames: [String]
    package var surnames: [String]
}
