internal import Foundation
internal import LiaisonLanguage
internal import LiaisonModel

/// Amounts and dates of labelled statements against the values found in the same articles.
struct ValueScore {
    let analyzer: TextAnalyzer
    let words: WordTable

    func run(_ files: [String]) throws {
        for file in files {
            var right: [String: Int] = [:]
            var all: [String: Int] = [:]
            var text = AnnotatedText()
            for (article, json) in try LanguageBench.articles(file) {
                analyzer.annotate(article, words: words, into: &text)
                var seen: Set<String> = []
                for statement in json?["statements"]?.array ?? [] {
                    for (kind, key, isFound) in checks(statement, text) where seen.insert(kind + key).inserted {
                        all[kind, default: 0] += 1
                        if isFound { right[kind, default: 0] += 1; continue }
                        if ProcessInfo.processInfo.environment["MISSES"] != nil {
                            print(
                                "  missed \(kind) \(key) in \(article.id ?? "") (\(article.published ?? "")): "
                                    + quote(statement, article))
                        }
                    }
                }
            }
            for (kind, count) in all.sorted(by: { $0.key < $1.key }) {
                let share = Double(right[kind] ?? 0) / Double(count)
                print(
                    "\(file.split(separator: "/").last ?? ""): \(kind) \(right[kind] ?? 0)/\(count) = "
                        + String(format: "%.3f", share))
            }
        }
    }

    private func checks(_ statement: JSONValue, _ text: AnnotatedText) -> [(String, String, Bool)] {
        var checks: [(String, String, Bool)] = []
        if let amount = statement["amount"], let value = amount["value"]?.decimal {
            let currency = amount["currency"]?.string ?? ""
            let bound = amount["bound"]?.string ?? ""
            let maximum = amount["maximum"]?.decimal
            let isFound = text.values.contains {
                guard case .money(let found) = $0.value else { return false }
                return found.value == value && found.currency == currency && found.bound.rawValue == bound
                    && found.maximum == maximum
            }
            checks.append(("money", "\(value) \(currency) \(bound)", isFound))
        }
        for key in ["date", "start", "end"] {
            guard let date = statement[key]?.string else { continue }
            let isFound = text.values.contains {
                guard case .date(let found, _) = $0.value else { return false }
                return found == date
            }
            // A date that is only the publication's own, or a part of it, need not be written.
            if !isFound, text.published?.hasPrefix(date) == true { continue }
            checks.append(("date", date, isFound))
        }
        if let stake = statement["stake"]?.decimal {
            let isFound = text.values.contains {
                guard case .percent(let found, _) = $0.value else { return false }
                return found == stake
            }
            checks.append(("stake", "\(stake)", isFound))
        }
        if let round = statement["round"]?.string {
            checks.append(("round", round, text.values.contains { $0.value == .round(round) }))
        }
        return checks
    }

    private func quote(_ statement: JSONValue, _ article: Article) -> String {
        let span = statement["evidence"]?.array?.compactMap(\.integer) ?? []
        guard span.count == 2 else { return "" }
        let scalars = Array(article.text.unicodeScalars)
        guard span[0] >= 0, span[1] <= scalars.count, span[0] <= span[1] else { return "" }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[span[0]..<span[1]])
        return String(view)
    }
}
