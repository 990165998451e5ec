import Foundation
import Linkage

/// How fast two sets of filters are compared, for each way of counting that this processor has.
struct DiceBench {
    let left: FilterSet
    let right: FilterSet
    let threshold: Double
    let rounds: Int
    let folder: URL

    private var pairs: Double { Double(left.count) * Double(right.count) }

    func run(limit: DiceLimit, peers: PrivatePeers) async throws {
        let files = try (write(left, "left"), write(right, "right"))
        let peer = try peers.compare(files.0, files.1, threshold: threshold)
        let kernels = DiceKernel.allCases.filter(\.runs)
        var limits: [String: [DiceLimit.Speeds]] = [:]
        var ours: [DiceKernel: [Double]] = [:]
        var hits = 0
        for _ in 0..<rounds {
            for (name, speeds) in try limit.measure(files.0, files.1, threshold: threshold) {
                limits[name, default: []].append(speeds)
            }
            for kernel in kernels {
                let search = DiceSearch(threshold: threshold, kernel: kernel)
                let run = try await measure(search, threads: 1)
                ours[kernel, default: []].append(pairs / run.cpu)
                hits = run.hits
            }
        }
        let bits = (left.words + right.words).reduce(0) { $0 + $1.nonzeroBitCount }
        print(
            "\(number(Double(left.count))) × \(number(Double(right.count))) filters, "
                + "\(number(Double(bits) / Double(left.count + right.count))) of 1,024 bits set, "
                + "\(number(Double(hits))) pairs from \(threshold); anonlink finds "
                + (peer.map { number(Double($0.hits)) } ?? "nothing: absent")
        )
        var table = Table(
            heads: "million comparisons a CPU second",
            "ours",
            "loop, all bits",
            "loop, early end",
            "share of it",
            "wanted",
            "anonlink",
            "ratio",
            "CPU s"
        )
        for kernel in kernels {
            let rates = ours[kernel] ?? []
            let bare = limits[kernel.rawValue]
            let anonlink = peer.map { pairs / $0.seconds }
            table.add(
                kernel == .fastest ? "\(kernel.rawValue), chosen" : kernel.rawValue,
                millions(median(rates)),
                bare.map { millions(median($0.map(\.all))) } ?? "",
                bare.map { millions(median($0.map(\.early))) } ?? "",
                bare.map { decimal(median(zip(rates, $0).map { $0 / $1.early })) } ?? "",
                bare == nil ? "" : "0.85",
                anonlink.map(millions) ?? "",
                anonlink.map { decimal(median(rates) / $0) } ?? "",
                decimal(pairs / median(rates))
            )
        }
        table.print()
        try await threads()
    }

    /// How much sooner two threads are done than one, and what they cost.
    private func threads() async throws {
        var (sooner, dearer) = ([Double](), [Double]())
        for _ in 0..<max(3, rounds) {
            let one = try await measure(DiceSearch(threshold: threshold), threads: 1)
            let two = try await measure(DiceSearch(threshold: threshold), threads: 2)
            sooner.append(one.wall / two.wall)
            dearer.append(two.cpu / one.cpu)
        }
        var table = Table(heads: "two threads", "times as fast", "best", "wanted", "CPU s to one's")
        table.add(
            "wall time on \(Machine.cores) cores",
            decimal(median(sooner)),
            decimal(sooner.max() ?? 0),
            "1.80",
            decimal(median(dearer))
        )
        table.print()
    }

    private func measure(
        _ search: DiceSearch,
        threads: Int
    ) async throws -> (cpu: Double, wall: Double, hits: Int) {
        let (cpu, wall) = (Machine.cpuSeconds, ContinuousClock.now)
        var hits = 0
        try await search.forEachHit(left: left, right: right, threads: threads) { _ in hits += 1 }
        return (Machine.cpuSeconds - cpu, (ContinuousClock.now - wall).inSeconds, hits)
    }

    private func write(_ filters: FilterSet, _ name: String) throws -> URL {
        let file = folder.appending(path: name)
        var bytes = Data(capacity: filters.words.count * 8)
        for word in filters.words {
            for byte in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> (8 * byte))) }
        }
        try bytes.write(to: file)
        return file
    }
}

private func millions(_ perSecond: Double) -> String { number(perSecond / 1e6) }
