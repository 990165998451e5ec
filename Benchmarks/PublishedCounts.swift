import Estimation

/// Tables of lists of people that were published, small enough to stand here.
enum PublishedCounts {
    /// Potential victims of trafficking, United Kingdom 2013, with police and National Crime Agency as one
    /// list (Silverman, in the National Crime Agency's strategic assessment of 2014).
    static var unitedKingdom: CaptureTable {
        get throws {
            try table(
                ["LA", "NG", "PFNCA", "GO", "GP"],
                """
                1 54, 2 463, 3 995, 4 695, 5 316, 12 15, 13 19, 14 3, 23 62, 24 19, 25 1, 34 76,
                35 11, 45 8, 123 1, 124 1, 234 4, 1234 1
                """
            )
        }
    }

    /// The same people on the six lists that were published.
    static var unitedKingdomSixLists: CaptureTable {
        get throws {
            try table(
                ["LA", "NG", "PF", "GO", "GP", "NCA"],
                """
                1 54, 2 463, 3 907, 4 695, 5 316, 6 57, 12 15, 13 19, 14 3, 23 56, 24 19, 25 1, 26 3,
                34 69, 35 10, 36 31, 45 8, 46 6, 56 1, 123 1, 124 1, 234 4, 236 3, 346 1, 1234 1
                """
            )
        }
    }

    /// A site in the west of the United States (Farrell and others, NCJ 252520, 2019).
    static var western: CaptureTable {
        get throws {
            try table(
                ["A", "B", "C", "D", "E"],
                """
                1 52, 2 90, 3 114, 4 45, 5 21, 13 4, 14 2, 15 5, 23 6, 24 1, 45 3, 135 1, 234 1
                """
            )
        }
    }

    /// Greater New Orleans, eight lists joined to five (Bales, Murphy and Silverman 2019).
    static var newOrleans: CaptureTable {
        get throws {
            try table(
                ["A", "BEFG", "C", "D", "H"],
                """
                1 25, 2 24, 3 70, 4 33, 5 21, 12 1, 13 1, 14 2, 23 2, 24 2, 25 1, 34 2, 123 1, 124 1
                """
            )
        }
    }

    /// Killings in Kosovo from 20 March to 22 June 1999 (Ball and others 2002).
    static var kosovo: CaptureTable {
        get throws {
            try table(
                ["EXH", "ABA", "OSCE", "HRW"],
                """
                1 1131, 2 845, 3 936, 4 306, 12 177, 13 228, 14 106, 23 217, 24 31, 34 123, 123 181,
                124 18, 134 42, 234 32, 1234 27
                """
            )
        }
    }

    /// Reads pairs of the numbers of lists, counted from 1, and how many people are on just these.
    private static func table(_ lists: [String], _ text: String) throws -> CaptureTable {
        var counts = [Double](repeating: 0, count: 1 << lists.count)
        for pair in text.split(whereSeparator: { $0 == "," || $0.isNewline }) {
            let words = pair.split(separator: " ")
            guard words.count == 2, let count = Double(words[1]) else { continue }
            let history = words[0].compactMap(\.wholeNumberValue).reduce(0) { $0 | 1 << ($1 - 1) }
            counts[history] = count
        }
        return try CaptureTable(lists: lists, counts: counts)
    }
}
