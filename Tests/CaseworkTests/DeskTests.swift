import TestSupport
import Testing

@testable import Casework

struct DeskTests {
    @Test(arguments: UInt64(0)..<40)
    func `facts may arrive in any order that keeps each compartment's own`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let bench = Bench.afterRandomHistory(steps: 120, using: &generator)
        for agency in [bench.lead, bench.shelter, bench.social, bench.commission] {
            let lines = bench.lines(for: agency)
            for _ in 0..<4 {
                var queues = Dictionary(grouping: lines, by: \.compartment).values.map {
                    ArraySlice($0)
                }
                var desk = Desk(agency: agency)
                while let index = queues.indices.randomElement(using: &generator) {
                    guard let line = queues[index].popFirst() else {
                        queues.remove(at: index)
                        continue
                    }
                    desk.apply(line.happening.fact, stamp: line.happening.stamp)
                }
                #expect(desk == bench.desk(agency))
            }
        }
    }

    @Test(arguments: UInt64(0)..<40)
    func `a desk believes in no key that was not handed over`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let bench = Bench.afterRandomHistory(steps: 120, using: &generator)
        for agency in [bench.lead, bench.shelter, bench.social] {
            let desk = bench.desk(agency)
            for record in desk.dossiers.values {
                let believed = Section.allCases.reduce(into: Set<CompartmentID>()) {
                    $0.formUnion(record.parts(of: $1, heldBy: agency))
                }
                #expect(believed == bench.parts(record.id, of: agency))
            }
        }
    }

    @Test func `random histories come to referrals that were accepted, declined and waiting`() {
        var states: Set<String> = []
        for seed in UInt64(0)..<40 {
            var generator = SplitMix64(seed: seed)
            let bench = Bench.afterRandomHistory(steps: 120, using: &generator)
            for referral in bench.desk(bench.lead).referrals.values {
                switch referral.state {
                case .waiting: states.insert("waiting")
                case .accepted: states.insert("accepted")
                case .declined: states.insert("declined")
                }
            }
        }
        #expect(states == ["waiting", "accepted", "declined"])
    }

    @Test(arguments: UInt64(0)..<20)
    func `a timeline is in log order and leaves nothing out`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let bench = Bench.afterRandomHistory(steps: 120, using: &generator)
        let desk = bench.desk(bench.lead)
        for record in desk.dossiers.values {
            let timeline = desk.timeline(of: record.id)
            let stamps = timeline.map(\.stamp)
            #expect(zip(stamps, stamps.dropFirst()).allSatisfy { $0 < $1 })
            let courses = record.referrals.compactMap { desk.referrals[$0]?.course.count }
            #expect(timeline.count == record.course.count + courses.reduce(0, +))
        }
    }

    @Test func `there is no timeline of a dossier that is not known`() {
        #expect(Desk(agency: .random()).timeline(of: .random()).isEmpty)
    }

    @Test func `happenings that arrive late are put where the log has them`() {
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]] {
            var happenings: [Happening] = []
            for position in order {
                let stamp = Stamp(
                    position: UInt64(position / 2),
                    ordinal: position % 2,
                    at: Moment(milliseconds: 0),
                    member: .random(),
                    agency: .random()
                )
                happenings.insert(
                    inOrder: Happening(stamp: stamp, fact: .memberLeft(.random()))
                )
            }
            #expect(happenings.map { Int($0.stamp.position) * 2 + $0.stamp.ordinal } == [0, 1, 2])
        }
    }
}
