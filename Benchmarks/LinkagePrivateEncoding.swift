import Linkage

/// How fast prepared records become filters, beside clkhash.
struct EncodingBench {
    let people: PrivatePeople
    let peers: PrivatePeers
    let rounds: Int

    func run() async throws {
        let count = Double(people.table.count)
        let ours = (0..<rounds).map { _ in
            let start = Machine.cpuSeconds
            _ = people.encoder.encode(people.table)
            return Machine.cpuSeconds - start
        }
        let sample = people.records.prefix(20_000)
        let peer = try peers.encode(Array(sample)).map { Double(sample.count) / $0 }
        let rate = count / median(ours)
        var table = Table(
            heads: "\(number(count)) records to filters of 1,024 bits, one core",
            "ours/s",
            "wanted",
            "clkhash/s",
            "ratio",
            "CPU s"
        )
        table.add(
            "encoding",
            number(rate),
            "300,000",
            peer.map(number) ?? "absent",
            peer.map { decimal(rate / $0) } ?? "",
            decimal(median(ours))
        )
        table.print()
    }
}
