internal import LiaisonExtraction
internal import LiaisonModel

extension EvaluationReport {
    /// Writes everything as one JSON object: figures, shares and, where asked for, every miss and false edge.
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("articles")
        json.integer(evaluation.scores.count)
        figures("relations", evaluation.relationFigures(), &json)
        figures("groups", evaluation.groupFigures(), &json)
        shares("difficulty", evaluation.difficultyShares(), &json)
        shares("qualifiers", evaluation.qualifierShares().map { ($0.aspect.rawValue, $0.share) }, &json)
        shares(
            "shares",
            [
                ("factuality and time", evaluation.stateShare()), ("amount", evaluation.amountShare()),
                ("suppressed", evaluation.suppressedShare),
            ], &json)
        json.key("strangeAmounts")
        json.integer(evaluation.strangeAmounts)
        json.key("faults")
        json.beginObject()
        let faults = evaluation.faults()
        for fault in ArticleScore.Fault.allCases {
            json.key(fault.rawValue)
            json.integer(faults[fault] ?? 0)
        }
        json.endObject()
        if showsMisses { list(&json) }
        if cases > 0 { cases(&json) }
        json.endObject()
        json.newline()
    }

    private func figures(_ name: String, _ figures: [Evaluation.Figure], _ json: inout JSONWriter) {
        json.key(name)
        json.beginArray()
        for figure in figures {
            json.beginObject()
            json.field("name", figure.label)
            tally(figure.tally, &json)
            for (name, interval) in [
                ("precisionInterval", figure.precision), ("recallInterval", figure.recall), ("f1Interval", figure.f1),
            ] {
                guard let interval else { continue }
                json.key(name)
                json.beginArray()
                json.probability(interval.lowerBound)
                json.probability(interval.upperBound)
                json.endArray()
            }
            json.key("withQualifiers")
            json.beginObject()
            tally(figure.strict, &json)
            json.endObject()
            json.endObject()
        }
        json.endArray()
    }

    private func tally(_ tally: Tally, _ json: inout JSONWriter) {
        for (name, value) in [("precision", tally.precision), ("recall", tally.recall), ("f1", tally.f1)] {
            json.key(name)
            json.probability(value)
        }
        for (name, number) in [("right", tally.right), ("said", tally.said), ("gold", tally.gold)] {
            json.key(name)
            json.integer(number)
        }
    }

    private func shares(_ name: String, _ shares: [(label: String, share: Share)], _ json: inout JSONWriter) {
        json.key(name)
        json.beginObject()
        for (label, share) in shares where share.all > 0 {
            json.key(label)
            json.beginObject()
            json.key("right")
            json.integer(share.right)
            json.key("of")
            json.integer(share.all)
            json.endObject()
        }
        json.endObject()
    }

    private func list(_ json: inout JSONWriter) {
        json.key("misses")
        json.beginArray()
        for score in evaluation.scores {
            for miss in score.misses {
                json.beginObject()
                json.field("article", score.gold.id)
                json.field("subject", miss.subject)
                json.field("relation", miss.relation.text)
                json.field("object", miss.object)
                json.field("difficulty", miss.difficulty)
                json.field("sentence", score.sentence(of: miss))
                json.endObject()
            }
        }
        json.endArray()
        json.key("falseEdges")
        json.beginArray()
        for score in evaluation.scores {
            for edge in score.falseEdges {
                json.beginObject()
                json.field("article", score.gold.id)
                json.field("fault", edge.fault.rawValue)
                json.key("statement")
                edge.statement.write(to: &json)
                json.endObject()
            }
        }
        json.endArray()
    }

    private func cases(_ json: inout JSONWriter) {
        json.key("cases")
        json.beginObject()
        json.key("right")
        json.integer(cases - wrong.count)
        json.key("of")
        json.integer(cases)
        json.key("wrong")
        json.beginArray()
        for wrong in wrong {
            json.beginObject()
            json.field("id", wrong.gold.id)
            json.field("text", wrong.text)
            json.key("complaints")
            json.beginArray()
            for complaint in wrong.complaints { json.string(complaint) }
            json.endArray()
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }
}
