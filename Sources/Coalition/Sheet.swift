import Casework
import Foundation

/// What is written inside a box: a fact, its compartment, and the writer's clock.
struct Sheet: Codable {
    var at: Moment
    var compartment: Compartment
    var fact: Fact

    /// The bytes to seal.
    ///
    /// Not canonical, and need not be: the entry commits to the box's bytes.
    func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return Array(try encoder.encode(self))
    }

    init(at: Moment, compartment: Compartment, fact: Fact) {
        self.at = at
        self.compartment = compartment
        self.fact = fact
    }

    init(decoding bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(Sheet.self, from: Data(bytes))
    }
}

extension Compartment {
    /// The label sealed inside each wrap, so that a key says what it opens.
    func label() throws -> [UInt8] {
        Array(try JSONEncoder().encode(self))
    }

    init(label: [UInt8]) throws {
        self = try JSONDecoder().decode(Compartment.self, from: Data(label))
    }
}
