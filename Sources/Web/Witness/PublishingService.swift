import Coalition
import ServiceLifecycle

/// Publishes at the rhythm while the site is served, and once more when it ends.
struct PublishingService: Service {
    let publisher: Publisher

    func run() async throws {
        await cancelWhenGracefulShutdown { await publisher.keepRhythm() }
        await publisher.tick()
    }
}
