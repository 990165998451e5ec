/// Keys by which records of lists too long to be compared each with each are brought together.
enum BlockingKeys {
    /// How many keys each record has; random ones fill up, so that their number says nothing.
    static let perRecord = 24
}
