import Foundation
import TestSupport

/// Bodies that no honest page sends, made from those that one does.
extension SplitMix64 {
    /// A value of JSON that was changed in some places, or something else altogether.
    mutating func mutated(_ value: Any, depth: Int = 0) -> Any {
        guard Int.random(in: 0..<5, using: &self) > 0 else { return anything(depth) }
        if let object = value as? [String: Any] {
            var changed = object.mapValues { mutated($0, depth: depth + 1) }
            let keys = object.keys.sorted()
            if let key = keys.randomElement(using: &self), Bool.random(using: &self) {
                changed[key] = nil
            }
            return changed
        }
        if let array = value as? [Any] {
            return array.map { mutated($0, depth: depth + 1) }
        }
        return value
    }

    private mutating func anything(_ depth: Int) -> Any {
        switch Int.random(in: 0..<10, using: &self) {
        case 0: return NSNull()
        case 1: return Int.max
        case 2: return Int.min
        case 3: return Int.random(in: -3...3, using: &self)
        case 4: return Double.random(in: -1e300...1e300, using: &self)
        case 5: return Bool.random(using: &self)
        case 6 where depth < 3: return [anything(depth + 1), anything(depth + 1)]
        case 7 where depth < 3: return [text(upTo: 5): anything(depth + 1)]
        case 8: return String(repeating: "ñ", count: Int.random(in: 0...9000, using: &self))
        default: return text(upTo: 40)
        }
    }

    /// A form with some of these fields, some of their values, and values of its own.
    mutating func form(from fields: [String: [String]]) -> [String: [String]] {
        var form: [String: [String]] = [:]
        for name in fields.keys.sorted() where Int.random(in: 0..<4, using: &self) > 0 {
            let known = fields[name]?.randomElement(using: &self)
            let own = "\(anything(3))"
            form[name] = Bool.random(using: &self) ? [known ?? own] : [own, known ?? ""]
        }
        if Int.random(in: 0..<4, using: &self) == 0 { form[text(upTo: 9)] = [text(upTo: 99)] }
        return form
    }
}
