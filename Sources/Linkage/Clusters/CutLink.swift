/// A link that was not followed, since it alone, or with too few others, would join two groups of records.
public struct CutLink: Hashable, Sendable {
    /// The link.
    public let link: Link
    /// How many records the group of the link's left row has.
    public let leftSize: Int
    /// How many records the group of the link's right row has.
    public let rightSize: Int
    /// How many of the pairs across both groups are links.
    public let linksAcross: Int

    /// How many pairs there are across both groups.
    public var pairsAcross: Int { leftSize * rightSize }

    /// Why the link was not followed.
    public func reason(in language: LinkageLanguage) -> String {
        language.pick(
            """
            Would join a group of \(leftSize) and a group of \(rightSize) records, of whose \
            \(pairsAcross) pairs only \(linksAcross) \(linksAcross == 1 ? "is" : "are") likely to be one \
            person.
            """,
            """
            Uniría un grupo de \(leftSize) y otro de \(rightSize) registros; de sus \(pairsAcross) pares \
            \(linksAcross == 1 ? "solo 1 es probable que sea" : "solo \(linksAcross) es probable que sean") \
            de una misma persona.
            """
        )
    }
}
