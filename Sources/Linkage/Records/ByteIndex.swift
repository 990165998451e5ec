/// Numbers each distinct sequence of bytes in the order of its first appearance.
///
/// Open addressing with linear probing; a slot holds 32 bits of the hash beside the number, so that
/// bytes are compared only when they are almost surely equal, and growth needs no bytes at all.
struct ByteIndex: Sendable {
    /// The sequences, one after another.
    private(set) var bytes: [UInt8] = []
    /// Where each sequence begins; one more than there are sequences.
    private(set) var offsets: [UInt32] = [0]
    /// The hash above, the number plus one below; 0 is an empty slot.
    private var slots = LargeArray.zeros(64)

    /// How many sequences there are.
    var count: Int { offsets.count - 1 }

    /// A sequence.
    subscript(number: Int) -> ArraySlice<UInt8> {
        bytes[Int(offsets[number])..<Int(offsets[number + 1])]
    }

    /// The number of a sequence, which is added when it is new.
    mutating func number(of key: Span<UInt8>) -> UInt32 {
        number(of: key, hash: Self.hash(key))
    }

    /// The numbers of many sequences, which are added when they are new.
    ///
    /// In a large index each look is a wait for memory. Here the slots of all are first touched, which the
    /// processor does for many at a time.
    ///
    /// - Parameters:
    ///   - keys: One after another.
    ///   - ends: Where each ends; an empty one is numbered too.
    ///   - body: Told each number in turn.
    mutating func numbers(of keys: Span<UInt8>, ends: Span<Int>, body: (UInt32) -> Void) {
        var hashes: [UInt64] = []
        hashes.reserveCapacity(ends.count)
        var likely: [Int] = []
        var touched: UInt64 = 0
        var start = 0
        for place in ends.indices {
            let hash = Self.hash(keys.extracting(start..<ends[place]))
            touched &+= slots[Int(truncatingIfNeeded: hash) & (slots.count - 1)]
            hashes.append(hash)
            start = ends[place]
        }
        for hash in hashes {
            let entry = slots[Int(truncatingIfNeeded: hash) & (slots.count - 1)]
            if entry != 0, entry >> 32 == hash {
                likely.append(Int(offsets[Int(entry & 0xffff_ffff) - 1]))
            }
        }
        for offset in likely where offset < bytes.count { touched &+= UInt64(bytes[offset]) }
        // Hardly ever so; what was touched must only seem to matter, and to grow early does no harm.
        if touched == 1 { grow() }
        start = 0
        for place in ends.indices {
            body(number(of: keys.extracting(start..<ends[place]), hash: hashes[place]))
            start = ends[place]
        }
    }

    private mutating func number(of key: Span<UInt8>, hash: UInt64) -> UInt32 {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] >> 32 == hash, holds(key, at: Int(slots[slot] & 0xffff_ffff) - 1) {
                return UInt32(truncatingIfNeeded: slots[slot]) - 1
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = UInt32(count)
        slots[slot] = hash << 32 | UInt64(number + 1)
        unsafe key.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        offsets.append(UInt32(bytes.count))
        if count * 8 > slots.count * 5 { grow() }
        return number
    }

    /// The number of a sequence, or nil when it was never added.
    func find(_ key: Span<UInt8>) -> UInt32? {
        let hash = Self.hash(key)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] >> 32 == hash, holds(key, at: Int(slots[slot] & 0xffff_ffff) - 1) {
                return UInt32(truncatingIfNeeded: slots[slot]) - 1
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func holds(_ key: Span<UInt8>, at number: Int) -> Bool {
        let start = Int(offsets[number])
        guard Int(offsets[number + 1]) - start == key.count else { return false }
        // Eight at a time; what is left over byte by byte.
        let known = bytes.span
        let (left, right) = unsafe (key.bytes, known.bytes)
        var index = 0
        while index + 8 <= key.count {
            let isSame =
                unsafe left.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
                == right.unsafeLoadUnaligned(fromByteOffset: start + index, as: UInt64.self)
            guard isSame else { return false }
            index += 8
        }
        while index < key.count {
            if key[index] != known[start + index] { return false }
            index += 1
        }
        return true
    }

    private mutating func grow() {
        let old = slots
        slots = LargeArray.zeros(old.count * 2)
        for entry in old where entry != 0 {
            var slot = Int(entry >> 32) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = entry
        }
    }

    /// 32 bits that depend on every byte: eight at a time, multiplied to 128 bits and folded.
    private static func hash(_ key: Span<UInt8>) -> UInt64 {
        let words = unsafe key.bytes
        var state: UInt64 = 0x9e37_79b9_7f4a_7c15 ^ UInt64(key.count)
        var index = 0
        while index + 8 <= key.count {
            let word = unsafe words.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            state = mixed(state ^ word)
            index += 8
        }
        var rest: UInt64 = 0
        while index < key.count {
            rest = rest << 8 | UInt64(key[index])
            index += 1
        }
        return mixed(state ^ rest) >> 32
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xd6e8_feb8_6659_fd93)
        return product.high ^ product.low
    }
}
