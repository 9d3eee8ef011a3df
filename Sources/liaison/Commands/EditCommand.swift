internal import ArgumentParser
internal import LiaisonModel
internal import LiaisonStore

/// `liaison edit EDGE --set QUALIFIER=VALUE`: a person's correction of what qualifies an edge or a statement.
struct EditCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Correct a qualifier of an edge, or of one statement.",
        discussion: """
            Qualifiers are factuality, time, negated, amount, date, start, end, stake, round, role, count and source; \
            without a value, one is taken away. A correction of an edge holds for all its statements, also for those to \
            come. 'liaison why EDGE --json' gives the identifiers of statements. Undone with 'liaison undo'.
            For example: liaison edit "Microsoft invests-in OpenAI" --set "amount=13000000000 USD total" --set time=current
            """)

    @Argument(help: "An edge's identifier, the twenty digits of a statement's, or: NAME RELATION NAME.")
    var edge: [String]
    @Option(help: ArgumentHelp("What it is to be; may be repeated.", valueName: "qualifier=value"))
    var set: [String]
    @OptionGroup var judgement: JudgementOptions
    @OptionGroup var store: StoreOptions

    func validate() throws {
        do throws(StoreError) {
            for text in set { _ = try QualifierEdit(text) }
        } catch {
            throw ValidationError(error.message)
        }
    }

    func answer() throws {
        let edits = try set.map { try QualifierEdit($0) }
        let store = try store.writing()
        let made: [Judgement]
        let what: String
        if let id = edge.first, edge.count == 1, id.utf8.count == 20, id.utf8.allSatisfy(Hexadecimal.isDigit) {
            made = try store.record(
                edits.map {
                    Judgement(edit: $0, statement: id, author: judgement.name, reason: judgement.reason)
                })
            what = "statement \(id)"
        } else {
            let edge = try store.edge(named: edge)
            made = try store.record(
                edits.map { Judgement(edit: $0, edge: edge, author: judgement.name, reason: judgement.reason) })
            what = TextLayout.clean("\(edge.subject.name) \(edge.relation) \(edge.object.name)")
        }
        for (edit, judgement) in zip(edits, made) {
            let value = edit.value.map { "is now \($0)" } ?? "is taken away"
            Terminal.note("\(edit.field.rawValue) of \(what) \(value) (judgement \(judgement.number))")
        }
    }
}
