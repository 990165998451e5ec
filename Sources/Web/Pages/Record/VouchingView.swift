import Coalition

/// Who vouches for the record: the answer first, then each witness.
enum VouchingView {
    static func part(_ model: Vouching, isDemo: Bool, _ words: Words) -> HTML {
        HTML {
            headline(model, words)
            if model.witnesses.contains(where: { $0.state == .contradicts }) {
                notice(.alarm) {
                    h2 { words("record.contradicted") }
                    p { words("record.contradictedText") }
                }
            }
            if !model.witnesses.isEmpty {
                table(model, words)
                if isDemo { p(.class("muted")) { words("record.demoWitnesses") } }
            }
        }
    }

    private static func headline(_ model: Vouching, _ words: Words) -> HTML {
        let key = model.state.rawValue
        let values = [
            "vouching": words.number(model.vouching), "quorum": words.number(model.quorum),
            "all": words.number(model.witnesses.count),
            "tolerated": words.number(model.tolerated), "rhythm": words.number(model.rhythm),
        ]
        return notice(tone(model.state)) {
            h2 { words("record.vouching.\(key)", values) }
            p { words("record.vouchingText.\(key)", values) }
            if let since = model.since {
                p {
                    words("record.since")
                    " "
                    HTML.moment(since, words)
                }
            }
            p { waiting(model, words) }
        }
    }

    private static func tone(_ state: Vouching.State) -> Tone {
        switch state {
        case .vouched: .good
        case .alone: .caution
        case .unpublished: .info
        case .stalled, .failing: .alarm
        }
    }

    private static func waiting(_ model: Vouching, _ words: Words) -> HTML {
        HTML {
            if let at = model.publishedAt {
                words("record.published", ["size": words.number(model.published ?? 0)])
                " "
                time(.datetime(LocalTime(at).stamp)) { words.dayAndSecond(at) }
                ". "
            }
            model.waiting == 0
                ? words("record.noneWait")
                : words("record.wait", count: Int(clamping: model.waiting))
        }
    }

    private static func table(_ model: Vouching, _ words: Words) -> HTML {
        dataTable(
            words("record.witnesses"),
            [
                Column(words("record.witness")), Column(words("record.witnessState")),
                Column(words("record.vouchedFor"), isNumber: true),
                Column(words("record.vouchedAt")), Column(words("record.trouble")),
            ],
            rows: model.witnesses.map { witness in
                [
                    HTML(text: witness.name),
                    state(witness.state, words),
                    HTML(text: witness.size.map(words.number) ?? ""),
                    witness.time.map { moment in
                        time(.datetime(LocalTime(moment).stamp)) { words.dayAndSecond(moment) }
                    } ?? HTML(),
                    trouble(witness, words),
                ]
            }
        )
    }

    private static func state(_ state: WitnessStanding.State, _ words: Words) -> HTML {
        let tone: Tone =
            switch state {
            case .vouches: .good
            case .stale, .missing: .caution
            case .contradicts: .alarm
            }
        return statusTag(tone, words("record.witness.\(state.rawValue)"))
    }

    private static func trouble(_ witness: Vouching.Witness, _ words: Words) -> HTML {
        guard let code = witness.trouble else { return HTML(text: words("record.trouble.none")) }
        return HTML {
            words("record.trouble.\(code)")
            if let since = witness.troubledSince {
                " "
                words("record.since")
                " "
                HTML.moment(since, words)
            }
        }
    }
}
