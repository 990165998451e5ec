/// A set of 32-bit numbers that are spread evenly, as hashes are.
struct NumberSet {
    private var slots: [UInt32]
    private var holdsZero = false
    private(set) var count = 0

    init(minimumCapacity: Int = 8) {
        var size = 16
        while size < 2 * minimumCapacity { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
    }

    func contains(_ number: UInt32) -> Bool {
        guard number != 0 else { return holdsZero }
        var slot = Int(number) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] == number { return true }
            slot = (slot + 1) & (slots.count - 1)
        }
        return false
    }

    mutating func insert(_ number: UInt32) {
        guard !contains(number) else { return }
        count += 1
        if number == 0 {
            holdsZero = true
            return
        }
        if 2 * count > slots.count { grow() }
        place(number)
    }

    private mutating func place(_ number: UInt32) {
        var slot = Int(number) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = number
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt32](repeating: 0, count: 2 * old.count)
        for number in old where number != 0 { place(number) }
    }
}
