internal import LiaisonLanguage
internal import LiaisonModel

/// A name of the lexicon that means something only where the article says which country it speaks of: "le gouvernement".
struct ContextualName: Sendable {
    var id: LexiconEntryID
    var reference: EntityReference
    var country: String?
}
