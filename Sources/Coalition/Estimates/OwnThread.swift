import Dispatch

/// Runs tasks on one thread of their own, so that work that takes a core for seconds takes none of those
/// that answer requests.
final class OwnThread: TaskExecutor {
    private let queue: DispatchQueue

    /// - Parameter label: names the thread.
    init(label: String) {
        queue = DispatchQueue(label: label, qos: .utility)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { [self] in
            unsafe job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }
}
