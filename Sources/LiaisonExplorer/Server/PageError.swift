/// Why a page cannot be shown; each has a sentence in the interface's texts.
enum PageError: Error, Hashable, Sendable {
    /// There is no such page, entity, edge or article.
    case notFound
    /// A field of the query says nothing that can be understood: its name and what was sent.
    case badField(name: String, value: String)
    /// The method is not for this page.
    case methodNotAllowed
    /// The request comes from another site, or names another host.
    case foreign
    /// The form is old or was not made here.
    case badForm
    /// Changes are off.
    case readOnly
    /// The token is missing or wrong.
    case tokenNeeded
    /// Too many requests wait.
    case busy
    /// Graphviz is missing, took too long or failed.
    case cannotDraw(String)
    /// The store cannot be read or changed.
    case store(String)
    case tooLarge

    /// The HTTP status.
    var status: Int {
        switch self {
        case .notFound: 404
        case .badField: 400
        case .methodNotAllowed: 405
        case .foreign, .badForm, .readOnly: 403
        case .tokenNeeded: 401
        case .busy, .cannotDraw: 503
        case .store: 500
        case .tooLarge: 413
        }
    }

    /// The key of its sentence in the texts.
    var word: String {
        switch self {
        case .notFound: "error-not-found"
        case .badField: "error-bad-field"
        case .methodNotAllowed: "error-method"
        case .foreign: "error-foreign"
        case .badForm: "error-bad-form"
        case .readOnly: "error-read-only"
        case .tokenNeeded: "error-token"
        case .busy: "error-busy"
        case .cannotDraw: "error-drawing"
        case .store: "error-store"
        case .tooLarge: "error-too-large"
        }
    }

    /// What to add to the sentence.
    var detail: String? {
        switch self {
        case .badField(let name, let value): "\(name)=\(value.prefix(80))"
        case .cannotDraw(let reason), .store(let reason): reason
        default: nil
        }
    }
}
