/// Numbers in memory that grows, is kept when the numbers are forgotten, and is never cleared.
@safe struct EntryBuffer: ~Copyable {
    private(set) var count = 0
    private var capacity: Int
    private var start: UnsafeMutablePointer<UInt64>

    init(minimumCapacity: Int = 1 << 12) {
        capacity = max(1, minimumCapacity)
        unsafe start = .allocate(capacity: capacity)
    }

    deinit { unsafe start.deallocate() }

    /// The numbers; valid until one more is added.
    var numbers: UnsafeMutableBufferPointer<UInt64> {
        unsafe UnsafeMutableBufferPointer(start: start, count: count)
    }

    /// The halves of a number: the high one, and the low one.
    @inline(__always)
    func halves(_ index: Int) -> (Int, UInt32) {
        let number = unsafe start[index]
        return (Int(truncatingIfNeeded: number >> 32), UInt32(truncatingIfNeeded: number))
    }

    @inline(__always)
    mutating func append(_ number: UInt64) {
        if count == capacity { reserve(2 * capacity) }
        unsafe start[count] = number
        count += 1
    }

    mutating func removeAll() { count = 0 }

    /// Holds `count` numbers of no meaning.
    mutating func resize(to count: Int) {
        if count > capacity {
            self.count = 0
            reserve(count)
        }
        self.count = count
    }

    @inline(never)
    private mutating func reserve(_ wanted: Int) {
        let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: wanted)
        unsafe larger.update(from: start, count: count)
        unsafe start.deallocate()
        unsafe start = larger
        capacity = wanted
    }
}
