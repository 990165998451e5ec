/// Checks that a text is there when it must be, and no longer than it may be.
///
/// - Returns: the text without white space at its ends.
package func checked(
    _ text: String,
    _ field: String,
    required: Bool = true,
    limit: Int = 4000
) throws(Refusal) -> String {
    let trimmed = text.trimmed
    if required, trimmed.isEmpty { throw .missing(field: field) }
    if trimmed.unicodeScalars.count > limit { throw .tooLong(field: field, limit: limit) }
    return trimmed
}

extension StringProtocol {
    /// Without white space or line breaks at either end.
    package var trimmed: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }),
            let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}
