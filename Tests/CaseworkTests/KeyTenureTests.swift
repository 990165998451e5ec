import Testing

@testable import Casework

struct KeyTenureTests {
    private static let agency = Agency(id: .random(), name: "", kind: .shelter, wrappingKey: [1])

    private struct Log {
        var commons = Commons()
        var position: UInt64 = 0

        mutating func write(_ fact: Fact) {
            let stamp = Stamp(
                position: position,
                ordinal: 0,
                at: Moment(milliseconds: 0),
                member: .random(),
                agency: agency.id
            )
            commons.apply(fact, stamp: stamp)
            position += 1
        }

        /// The positions up to the tenth at which a key may sign.
        func signs(_ key: [UInt8]) -> [UInt64] {
            (0..<10).filter { commons.signer(key, at: $0) != nil }
        }
    }

    private func card(_ key: [UInt8]) -> MemberCard {
        MemberCard(id: .random(), agency: Self.agency.id, roles: [.officer], signingKey: key)
    }

    private func log(_ cards: [MemberCard]) -> Log {
        var log = Log()
        for card in cards { log.write(.memberEnrolled(card)) }
        return log
    }

    @Test func `the founder's key signs from its own entry on, and every other from the next`() {
        let log = log([card([1]), card([2])])
        #expect(log.signs([1]) == Array(0..<10))
        #expect(log.signs([2]) == Array(2..<10))
        #expect(log.signs([3]) == [])
    }

    @Test func `a renewed key signs its renewal, and the new one what follows`() throws {
        let member = card([2])
        var log = log([card([1]), member])
        log.write(.keyRenewed(member.id, signingKey: [3], proofOfPossession: [9]))
        #expect(log.signs([2]) == [2])
        #expect(log.signs([3]) == Array(3..<10))
        #expect(log.commons.members[member.id]?.signingKey == [3])
        #expect(log.commons.member(signingWith: [2])?.id == member.id)
        #expect(log.commons.keys(of: member.id).map(\.key) == [[2], [3]])
    }

    @Test func `a key that ended once signs nothing more, whatever is written later`() {
        let member = card([2])
        let since = Moment(milliseconds: 7)
        for end in [
            Fact.memberLeft(member.id), .keyRetired(member.id, since: since),
            .agencyRetired(Self.agency.id, since: since),
        ] {
            var log = log([card([1]), member])
            log.write(end)
            #expect(log.signs([2]) == [2])
            #expect(log.commons.left.contains(member.id))
            var again = card([2])
            log.write(.memberEnrolled(again))
            again.signingKey = [5]
            log.write(.keyRenewed(again.id, signingKey: [2], proofOfPossession: []))
            #expect(log.signs([2]) == [2])
        }
    }

    @Test func `an agency that is retired takes every key along, its members' old ones too`() {
        let member = card([2])
        var log = log([card([1]), member])
        log.write(.keyRenewed(member.id, signingKey: [3], proofOfPossession: []))
        let since = Moment(milliseconds: 7)
        log.write(.agencyRetired(Self.agency.id, since: since))
        #expect(log.commons.retired == [Self.agency.id: since])
        #expect(log.signs([1]) == Array(0...3))
        #expect(log.signs([3]) == [3])
        #expect(log.commons.tenures[[2]]?.end?.cause == .renewed)
        #expect(log.commons.tenures[[3]]?.end?.cause == .retired(since: since))
    }
}
