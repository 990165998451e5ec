/// A line printed at the head of a page, which is no part of the text.
struct PageLine {
    /// The telegram's number as the line prints it.
    let number: Int?

    /// Recognises `MEXICO 00003423 002 OF 002`, or `PAGE 02 STATE 015113 182333Z` of the 1970s.
    init?(_ text: String) {
        guard text.utf8.count <= 80 else { return nil }
        let tokens = words(text)
        if tokens.count >= 4, tokens[tokens.count - 2] == "OF", tokens[tokens.count - 1].isDigits,
            let number = Int(tokens[tokens.count - 4]), tokens[tokens.count - 4].utf8.count == 8,
            tokens[tokens.count - 3].allSatisfy({ $0.isNumber || $0 == "." }),
            tokens.count == 4 || tokens.dropLast(4).allSatisfy(\.isCapitals)
        {
            self.number = number
        } else if tokens.count >= 4, tokens[0] == "PAGE", tokens[1].isDigits,
            tokens[2].isCapitals, let last = tokens.dropFirst(3).first(where: \.isDigits)
        {
            number = Int(last)
        } else {
            return nil
        }
    }
}
