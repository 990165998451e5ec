import Testing

@testable import Estimation

@Suite
struct ChapmanTests {
    @Test
    func `Chapman's number and variance follow the formula by hand`() throws {
        let chapman = try Chapman(first: 99, second: 79, shared: 19)
        #expect(close(chapman.estimate, 399, 1e-12))
        // 100 · 80 · 80 · 60 / (20² · 21)
        #expect(close(chapman.variance, 38_400_000.0 / 8400, 1e-9))
        #expect(chapman.observed == 159)
        // f = 240; C = exp(1.959964 √ln(1 + 4571.428571/57600)) = 1.718842
        let interval = chapman.interval()
        #expect(close(interval.low, 159 + 240 / 1.718842, 1e-3))
        #expect(close(interval.high, 159 + 240 * 1.718842, 1e-3))
    }

    @Test
    func `fewer than seven on both lists give no number, in both languages`() {
        let why = #expect(throws: TooFewShared.self) {
            try Chapman(first: 30, second: 40, shared: 6)
        }
        #expect(
            why?.text(in: .english)
                == "6 are on both lists; with fewer than 7 there is no number."
        )
        #expect(why?.text(in: .spanish) == "6 están en ambas listas; con menos de 7 no hay cifra.")
    }

    @Test
    func `a list within another gives the larger one and no more`() throws {
        let chapman = try Chapman(first: 10, second: 25, shared: 10)
        #expect(close(chapman.estimate, 25, 1e-12))
        #expect(chapman.interval() == Interval(low: 25, high: 25))
    }

    @Test
    func `independent lists give back their number, and intervals hold it`() throws {
        for people in [200.0, 1000, 50_000] {
            let chapman = try Chapman(first: people / 2, second: people / 4, shared: people / 8)
            #expect(close(chapman.estimate / people, 1, 0.02))
            #expect(chapman.interval().contains(chapman.estimate))
            #expect(chapman.interval(level: 0.8).low > chapman.interval().low)
        }
    }

    @Test(.readsPublishedTables)
    func `pairs of the six UK lists run from 2 839, and one that shares 1 person gives no number`()
        throws
    {
        let table = try TableReader.read(Array(PublishedTable.data("tables/UKdat.csv")))
        let matrix = ChapmanMatrix(table)
        func pair(_ first: Int, _ second: Int) -> ChapmanMatrix.Pair? {
            matrix.pairs.first { ($0.first, $0.second) == (first, second) }
        }
        #expect(matrix.pairs.count == 15)
        #expect(close(try #require(pair(0, 1)?.chapman).estimate, 2839, 0.5))
        // The formula would say 95 707.
        #expect(pair(1, 4)?.result == .failure(TooFewShared(shared: 1)))
        let found = matrix.pairs.compactMap { $0.chapman?.estimate }
        #expect(found.min() == pair(0, 1)?.chapman?.estimate)
        for pair in matrix.pairs { #expect((pair.chapman == nil) == (pair.shared < 7)) }
    }
}
