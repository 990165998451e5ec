#if canImport(Glibc)
import Glibc
#endif

/// Arrays that are looked into all over.
enum LargeArray {
    /// Zeros, on large pages of memory where the system has them to give: looks that jump about then
    /// seldom wait for the table of pages.
    static func zeros(_ count: Int) -> [UInt64] {
        unsafe [UInt64](unsafeUninitializedCapacity: count) { buffer, filled in
            #if os(Linux)
            let page = 1 << 21
            let bytes = count * MemoryLayout<UInt64>.stride
            if let base = buffer.baseAddress, bytes >= 2 * page {
                let start = (Int(bitPattern: base) + page - 1) & ~(page - 1)
                let end = (Int(bitPattern: base) + bytes) & ~(page - 1)
                // Whether the system follows the advice does not matter.
                _ = unsafe madvise(
                    UnsafeMutableRawPointer(bitPattern: start),
                    end - start,
                    MADV_HUGEPAGE
                )
            }
            #endif
            unsafe buffer.initialize(repeating: 0)
            filled = count
        }
    }
}
