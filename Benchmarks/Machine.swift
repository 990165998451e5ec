import Foundation

/// What the figures were measured on, as Linux tells it.
enum Machine {
    static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

    /// A line to print above a table.
    static func describe() -> String {
        let model = field("model name", in: "/proc/cpuinfo") ?? "unknown processor"
        let kernel = text("/proc/sys/kernel/osrelease") ?? "?"
        return "\(model), \(cores) cores, Linux \(kernel); load average \(load)"
    }

    /// The load averages over 1, 5 and 15 minutes.
    static var load: String {
        (text("/proc/loadavg") ?? "?").split(separator: " ").prefix(3).joined(separator: " ")
    }

    /// The processor time that this process has used, in seconds.
    static var cpuSeconds: Double {
        var usage = rusage()
        unsafe getrusage(numericCast(RUSAGE_SELF.rawValue), &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) {
            $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6
        }
    }

    /// The most memory that this process ever held, in bytes.
    static var peakMemory: Double {
        let value = field("VmHWM", in: "/proc/self/status")?.split(separator: " ").first
        return (value.flatMap { Double($0) } ?? .nan) * 1024
    }

    /// Makes `peakMemory` begin anew from what is held now (proc(5), `clear_refs`).
    static func resetPeakMemory() throws {
        try Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
    }

    private static func field(_ name: String, in path: String) -> String? {
        text(path)?.split(separator: "\n").first { $0.hasPrefix(name) }
            .flatMap { $0.split(separator: ":", maxSplits: 1).last }
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }

    private static func text(_ path: String) -> String? {
        (try? String(contentsOfFile: path, encoding: .utf8))?
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
