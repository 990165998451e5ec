import Casework
import Coalition
import Estimation
import Hummingbird

extension Site {
    /// What agencies published, for everybody: no session is needed, and whoever has one keeps their
    /// navigation.
    func addPublishedEstimates(to router: Router<SiteContext>) {
        router.get("estimates") { request, _ in
            let list = PublishedEstimates.List(await node.publishedEstimates, await node.commons)
            let (frame, permitted) = await openFrame(request)
            return PublishedEstimates.view(list, frame, permitted)
        }
        router.get("estimates/:estimate") { request, context in
            let one = try await publishedEstimate(context)
            return PublishedEstimates.view(one, await openFrame(request).frame)
        }
        router.get("api/estimates") { _, _ in
            try JSON.response(
                PublishedEstimates.List(await node.publishedEstimates, await node.commons)
            )
        }
        router.get("api/estimates/:estimate") { _, context in
            try JSON.response(try await publishedEstimate(context))
        }
    }

    private func publishedEstimate(_ context: SiteContext) async throws -> PublishedEstimates.One {
        let commons = await node.commons
        guard let text = context.parameters.get("estimate"), let id = EstimateID(text),
            let record = commons.estimates[id]
        else { throw Refusal.notFound }
        return PublishedEstimates.One(record, commons)
    }

    /// The frame of a page that is open to all: with the navigation of whoever is signed in, and what
    /// they may do.
    private func openFrame(_ request: Request) async -> (frame: Frame, permitted: Set<Act>) {
        let words = Words(Language.preferred(by: request))
        let stranger = Frame(words: words, path: request.uri.path, settings: settings)
        guard let session = await sessions.find(cookie.value(in: request), now: clock()),
            await node.answer(.seeHome, by: session.payload) == .permitted
        else { return (stranger, []) }
        let visit = Visit(
            node: node,
            session: session,
            request: request,
            words: words,
            parameters: Parameters()
        )
        let screen = await screen(for: visit, FormFields())
        return (screen.frame, screen.permitted)
    }
}

/// The estimates that agencies published, and what each of them rests on.
enum PublishedEstimates {
    struct List: Encodable, Sendable {
        var estimates: [One]

        init(_ records: [PublishedRecord], _ commons: Commons) {
            estimates = records.map { One($0, commons) }
        }
    }

    struct One: Encodable, Sendable {
        var agency: String
        var published: Moment
        /// The place of its entry in the record.
        var position: UInt64
        var estimate: PublishedEstimate
        /// The hash of the table and its salt, in hexadecimal.
        var inputs: String
        var withdrawal: Taken?

        init(_ record: PublishedRecord, _ commons: Commons) {
            agency = commons.agencies[record.stamp.agency]?.name ?? ""
            published = record.stamp.at
            position = record.stamp.position
            estimate = record.estimate
            inputs = record.estimate.numbers.inputs.map(\.hexadecimal).joined()
            withdrawal = record.withdrawal.map {
                Taken(why: $0.why, at: $0.stamp.at, position: $0.stamp.position)
            }
        }
    }

    /// That an estimate was taken back.
    struct Taken: Encodable, Sendable {
        var why: String
        var at: Moment
        var position: UInt64
    }

    // MARK: The list

    static func view(_ model: List, _ frame: Frame, _ permitted: Set<Act>) -> HTML {
        let words = frame.words
        return Layout.page(words("estimates.title"), in: frame) {
            if frame.member == nil { backLink(words("help.back"), "/") }
            h1 { words("estimates.title") }
            figuresTabs(frame, permitted)
            p(.class("lede")) { words("estimates.intro") }
            if model.estimates.isEmpty {
                p(.class("muted")) { words("estimates.none") }
            }
            for one in model.estimates {
                card(one.estimate.population) {
                    p { "\(one.estimate.place). \(words.days(one.estimate.window))" }
                    if one.withdrawal == nil {
                        answer(one.estimate.numbers, words)
                        EstimateView.verdict(one.estimate.numbers.verdict.asEstimated, words)
                    } else {
                        p { EstimationDesk.Standing.withdrawn.tag(words) }
                    }
                    p { a(.href("/estimates/\(one.estimate.id)")) { words("estimates.readAll") } }
                }
            }
        }
    }

    // MARK: One

    static func view(_ model: One, _ frame: Frame) -> HTML {
        let words = frame.words
        let estimate = model.estimate
        let numbers = estimate.numbers
        return Layout.page(estimate.population, in: frame) {
            backLink(words("estimates.title"), "/estimates")
            h1 { estimate.population }
            p(.class("lede")) { "\(estimate.place). \(words.days(estimate.window))" }
            if let withdrawal = model.withdrawal {
                notice(.alarm) {
                    h2 { words("estimates.wasWithdrawn", ["day": words.day(withdrawal.at)]) }
                    p(.class("lines")) { withdrawal.why }
                }
            }
            answer(numbers, words)
            EstimateView.verdict(numbers.verdict.asEstimated, words)
            EstimatePicture.published(numbers, seen: estimate.observed, words)
            EstimateView.methods(numbers.methods.map { row($0, words) }, words)
            EstimateView.reasons(numbers.reasons.map { words($0) }, isRefused: false, words)
            EstimateView.caveats(numbers.caveats.map { words($0) }, isRefused: false, words)
            card(words("estimates.counts")) { OverlapCounts.published(estimate, words) }
            card(words("estimates.howReckoned")) { facts(model, words) }
        }
    }

    private static func answer(_ numbers: EstimatedNumbers, _ words: Words) -> HTML {
        EstimateView.answer(
            atLeast: words.number(numbers.atLeast),
            low: words.number(numbers.low),
            high: words.number(numbers.high),
            words
        )
    }

    private static func row(
        _ method: EstimatedNumbers.Method,
        _ words: Words
    ) -> EstimateView.MethodRow {
        let low = method.low.map(words.number) ?? "—"
        return EstimateView.MethodRow(
            name: EstimateView.method(method.name, words),
            estimate: EstimateView.number(
                method.estimate.map(words.number),
                isBound: method.name == MethodResult.Name.chao.rawValue,
                words
            ),
            interval: method.low == nil ? low : "\(low) – \(method.high.map(words.number) ?? "∞")"
        )
    }

    private static func facts(_ model: One, _ words: Words) -> HTML {
        let estimate = model.estimate
        return summaryList(
            [
                SummaryRow(words("estimates.publishedBy"), model.agency),
                SummaryRow(words("estimates.publishedOn"), HTML.moment(model.published, words)),
                SummaryRow(words("estimates.whyPublish"), p(.class("lines")) { estimate.why }),
                SummaryRow(words("field.definition"), estimate.definition),
                SummaryRow(words("field.linkage"), estimate.linkage),
                SummaryRow(words("estimates.linkedBy"), estimate.linkedBy),
                SummaryRow(words("field.seed"), String(estimate.numbers.seed)),
                SummaryRow(
                    words("estimates.resamples"),
                    words.number(estimate.numbers.resamples)
                ),
                SummaryRow(words("estimates.version"), estimate.numbers.version),
                SummaryRow(words("estimates.inputs"), code { model.inputs }),
                SummaryRow(words("estimates.entry"), words.number(model.position)),
            ],
            words
        )
    }
}

extension EstimatedNumbers.Verdict {
    /// The same in the words of the library.
    fileprivate var asEstimated: EstimationVerdict {
        switch self {
        case .indicative: .indicative
        case .sound: .sound
        }
    }
}
